package tw.touchstone.catalog.rows;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why the rows of a table are not given out.
public enum RowRefusal {
    /// Identity numbers or card numbers stand in it.
    PERSONAL_DATA("the table holds identity or card numbers, so its rows are not given out here"),
    /// It has more cells or columns than are made into rows.
    TOO_LARGE("the table has more cells or columns than are made into rows; take the file itself"),
    /// No column could be told from the others.
    NO_COLUMNS("the table has no columns"),
    /// The inspector knows of it and did not read its rows.
    NOT_READ("the rows of the table were not read: the inspector stopped before them"),
    /// Reading the file twice did not give the same.
    DISAGREEING("the rows read do not agree with the facts about the file");

    private final String words;

    RowRefusal(String words) {
        this.words = words;
    }

    /// In a sentence.
    public String words() {
        return words;
    }

    /// The permanent name in documents, for example `personal-data`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RowRefusal> ofId(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
