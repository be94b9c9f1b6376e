package tw.touchstone.exchange.catalogue;

/// The syntax that rows are written in.
enum Container {
    CSV,
    JSON,
    XML;

    /// Told by the first character of the text.
    static Container of(String head) {
        var text = head.stripLeading();
        if (text.startsWith("<")) {
            return XML;
        }
        return text.startsWith("{") || text.startsWith("[") ? JSON : CSV;
    }
}
