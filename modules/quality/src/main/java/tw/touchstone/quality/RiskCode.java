package tw.touchstone.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can put a label at risk.
public enum RiskCode {
    /// The promised interval has passed, the grace has not.
    UPDATE_LATE,
    /// Nothing can be concluded of the link at present; an earlier verdict still stands.
    LINK_UNDECIDED,
    /// The earlier verdict of an undecided link stands for a few days more.
    LINK_LAPSES_SOON,
    /// Only a part of the file was read.
    PARTLY_READ,
    /// A column that bears a standard's name and has one value in all rows.
    CONSTANT_STANDARD_FIELD,
    /// A column without any value.
    EMPTY_COLUMN,
    /// A table of addresses where the data should be.
    LIST_OF_LINKS,
    /// Title lines, rows of groups or merged cells around the header.
    MERGED_HEADER,
    /// Dates counted from the founding of the republic, which most programs take for others.
    ROC_DATES;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The permanent name in documents, for example `update-late`.
    public String id() {
        return id;
    }

    /// The code with this [#id()].
    public static Optional<RiskCode> ofId(String id) {
        return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
    }
}
