package tw.touchstone.search;

import java.util.List;
import java.util.Locale;

/// A property by which results are counted and narrowed.
public enum Facet {
    /// Values are agency slugs.
    AGENCY,
    /// Values are theme notations; a dataset counts for its sub-theme and for the parent.
    THEME,
    /// Values are format codes.
    FORMAT,
    /// Values are label codes.
    LABEL,
    /// Values are codes of grades.
    GRADE,
    /// Values are licences as the entries name them.
    LICENCE;

    /// The name of the filter in queries, for example `agency`.
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The index field that is filtered and counted.
    String field() {
        return "facet." + parameter();
    }

    /// The values one dataset has.
    List<String> valuesOf(SearchEntry entry) {
        return switch (this) {
            case AGENCY -> entry.agency().map(agency -> List.of(agency.value())).orElse(List.of());
            case THEME -> entry.themes();
            case FORMAT -> entry.formats();
            case LABEL -> List.of(entry.label());
            case GRADE -> List.of(entry.grade());
            case LICENCE -> entry.licence().map(List::of).orElse(List.of());
        };
    }
}
