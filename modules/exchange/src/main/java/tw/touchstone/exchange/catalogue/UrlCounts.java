package tw.touchstone.exchange.catalogue;

/// What became of the pieces of the URL lists; `read` is the sum of the others.
///
/// @param read         pieces between separators
/// @param kept         became a distribution's URL as they are
/// @param repaired     became a distribution's URL after a change that a note tells (joined or percent-encoded)
/// @param glued        pieces without a scheme that belong to the piece before them
/// @param repeated     name a URL that the dataset already has
/// @param refused      lead nowhere; a note tells why
/// @param unregistered pieces of rows that were refused or lost a conflict
public record UrlCounts(
        long read, long kept, long repaired, long glued, long repeated, long refused, long unregistered) {

    /// Nothing read.
    public static final UrlCounts NONE = new UrlCounts(0, 0, 0, 0, 0, 0, 0);

    /// The counts of both.
    public UrlCounts plus(UrlCounts other) {
        return new UrlCounts(
                read + other.read,
                kept + other.kept,
                repaired + other.repaired,
                glued + other.glued,
                repeated + other.repeated,
                refused + other.refused,
                unregistered + other.unregistered);
    }

    /// The same pieces of a row that is not registered.
    UrlCounts notRegistered() {
        return new UrlCounts(read, 0, 0, 0, 0, 0, read);
    }

    /// Moves pieces that were to be kept to the repeated ones.
    UrlCounts repeating(long keptOnes, long repairedOnes) {
        return new UrlCounts(
                read,
                kept - keptOnes,
                repaired - repairedOnes,
                glued,
                repeated + keptOnes + repairedOnes,
                refused,
                unregistered);
    }
}
