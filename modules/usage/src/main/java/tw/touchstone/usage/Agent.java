package tw.touchstone.usage;

/// Who acts behind a request; robots are counted apart and never enter a total.
public enum Agent {
    /// A browser.
    HUMAN(0),
    /// A program that fetches for somebody: a script, a spreadsheet, a harvester of another catalogue.
    MACHINE(1),
    /// A crawler, monitor or link checker that visits without anybody wanting the data.
    ROBOT(2);

    private final int code;

    Agent(int code) {
        this.code = code;
    }

    /// The number in the log; part of the file format.
    int code() {
        return code;
    }
}
