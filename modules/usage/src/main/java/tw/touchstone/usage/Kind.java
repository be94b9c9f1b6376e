package tw.touchstone.usage;

/// What a visitor did.
public enum Kind {
    /// Visited the page of a dataset, or its record in the API.
    VIEW(0),
    /// Got the bytes of a distribution, or was redirected to them.
    DOWNLOAD(1);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /// The number in the log; part of the file format.
    int code() {
        return code;
    }
}
