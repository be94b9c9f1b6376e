package tw.touchstone.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// Entries for tests: a title, and what a test changes of the rest.
final class Entries {

    static final Instant DAY = Instant.parse("2026-03-01T04:00:00Z");

    private Entries() {}

    static SearchEntry titled(String id, String title) {
        return titled(id, LangText.zh(title));
    }

    static SearchEntry titled(String id, LangText title) {
        return new SearchEntry(
                new DatasetId(id),
                title,
                LangText.NONE,
                List.of(),
                Optional.empty(),
                LangText.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "none-unchecked",
                "ungraded",
                Optional.empty(),
                DAY,
                DAY,
                1,
                0);
    }

    static SearchEntry described(SearchEntry entry, String description, List<String> keywords, List<String> columns) {
        return new SearchEntry(
                entry.id(),
                entry.title(),
                LangText.zh(description),
                keywords,
                entry.agency(),
                entry.agencyName(),
                entry.agencyOtherNames(),
                entry.themes(),
                entry.themeNames(),
                entry.formats(),
                columns,
                entry.values(),
                entry.label(),
                entry.grade(),
                entry.licence(),
                entry.modified(),
                entry.registered(),
                entry.number(),
                entry.downloads());
    }

    static SearchEntry by(SearchEntry entry, String agency, String name, List<String> otherNames) {
        return new SearchEntry(
                entry.id(),
                entry.title(),
                entry.description(),
                entry.keywords(),
                Optional.of(new AgencyId(agency)),
                LangText.zh(name),
                otherNames,
                entry.themes(),
                entry.themeNames(),
                entry.formats(),
                entry.fieldNames(),
                entry.values(),
                entry.label(),
                entry.grade(),
                entry.licence(),
                entry.modified(),
                entry.registered(),
                entry.number(),
                entry.downloads());
    }

    static SearchEntry filed(
            SearchEntry entry,
            List<String> themes,
            List<String> formats,
            String label,
            Instant modified,
            long downloads) {
        return new SearchEntry(
                entry.id(),
                entry.title(),
                entry.description(),
                entry.keywords(),
                entry.agency(),
                entry.agencyName(),
                entry.agencyOtherNames(),
                themes,
                entry.themeNames(),
                formats,
                entry.fieldNames(),
                entry.values(),
                label,
                entry.grade(),
                Optional.of("ogdl-1"),
                modified,
                entry.registered(),
                entry.number(),
                downloads);
    }

    static SearchEntry graded(SearchEntry entry, String grade) {
        return new SearchEntry(
                entry.id(),
                entry.title(),
                entry.description(),
                entry.keywords(),
                entry.agency(),
                entry.agencyName(),
                entry.agencyOtherNames(),
                entry.themes(),
                entry.themeNames(),
                entry.formats(),
                entry.fieldNames(),
                entry.values(),
                entry.label(),
                grade,
                entry.licence(),
                entry.modified(),
                entry.registered(),
                entry.number(),
                entry.downloads());
    }

    static List<IndexChange> puts(List<SearchEntry> entries) {
        return entries.stream().<IndexChange>map(IndexChange.Put::new).toList();
    }

    static SearchResult result(SearchOutcome outcome) {
        return switch (outcome) {
            case SearchResult result -> result;
            case SearchOutcome.InvalidCursor invalid -> throw new AssertionError(invalid);
        };
    }

    static List<String> ids(SearchOutcome outcome) {
        return result(outcome).hits().stream().map(hit -> hit.id().value()).toList();
    }
}
