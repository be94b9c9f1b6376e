package tw.touchstone.exchange.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.Agency;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.SourceRef;

/// Reads a row as a dataset. Only an unusable identifier or title refuses a row; all else is kept or reported.
final class Drafting {

    /// What became of a row, and which dataset it speaks about where that can be told.
    sealed interface Result {
        Optional<DatasetId> id();
    }

    record Usable(Drafted drafted) implements Result {
        @Override
        public Optional<DatasetId> id() {
            return Optional.of(drafted.dataset().id());
        }
    }

    record Unusable(CatalogueItem.Refused refused, Optional<DatasetId> id) implements Result {}

    private static final int MAX_URLS = 5_000;
    private static final int IDENTIFIER_SHOWN = 100;

    /// Columns that have no DCAT term, or whose text says more than the term.
    private static final Set<Column> VERBATIM =
            EnumSet.of(Column.LISTING, Column.TYPE, Column.CHARGE, Column.LICENCE_PAGE, Column.REMARK, Column.FIELDS);

    private final Layout layout;
    private final char separator;
    private final String source;
    private final ImportTerms terms;

    Drafting(Layout layout, Container container, String source, ImportTerms terms) {
        this.layout = layout;
        this.separator = layout.separator(container);
        this.source = source;
        this.terms = terms;
    }

    /// Which dataset a row speaks about; empty where that cannot be told and the row is refused.
    Optional<DatasetId> identify(RawRow.Read row) {
        return Identity.of(source, layout.known(row.values())).map(Identity::id);
    }

    Result draft(RawRow.Read read) {
        var cells = layout.known(read.values());
        var row = new RowTexts(read.line(), cells);
        var found = Identity.of(source, cells);
        var title = row.text(Column.TITLE);
        var urls = cells.getOrDefault(Column.URLS, "");
        int pieces = urls.isBlank() ? 0 : (int) urls.chars().filter(c -> c == separator).count() + 1;
        if (found.isEmpty()) {
            var identifier = row.raw(Column.IDENTIFIER).strip();
            return refuse(
                    row,
                    found,
                    pieces,
                    identifier.isEmpty()
                            ? "no identifier"
                            : "not a usable identifier: " + RowTexts.shown(identifier));
        }
        if (title.isEmpty()) {
            return refuse(row, found, pieces, "no title");
        }
        if (pieces > MAX_URLS) {
            return refuse(row, found, pieces, "more than %,d URLs".formatted(MAX_URLS));
        }
        if (read.ragged().isPresent() && pieces > 0 && !DeclaredUrl.begins(urls)) {
            return refuse(row, found, pieces, read.ragged().get() + ", and the URL column holds something else");
        }
        return new Usable(drafted(read, row, found.get(), title.get()));
    }

    private Drafted drafted(RawRow.Read read, RowTexts row, Identity identity, String title) {
        keepUnknown(read, row);
        read.ragged().ifPresent(text -> row.note(NoteKind.RAGGED_ROW, text));
        if (identity.derived()) {
            row.note(
                    NoteKind.IDENTIFIER_DERIVED,
                    RowTexts.shown(row.raw(Column.IDENTIFIER)) + " became " + identity.id());
        }
        var publisher = publisher(row);
        var dataset = Dataset.of(identity.id(), new SourceRef(source, identity.identifier()), LangText.zh(title))
                .description(LangText.zh(row.text(Column.DESCRIPTION).orElse("")))
                .publisher(publisher.map(Agency::id))
                .keywords(keywords(row))
                .themes(row.term(Column.SERVICE, terms::service, NoteKind.SERVICE_UNKNOWN).stream()
                        .toList())
                .frequency(row.term(Column.FREQUENCY, terms::frequency, NoteKind.FREQUENCY_UNKNOWN))
                .issued(row.instant(Column.ISSUED))
                .modified(row.instant(Column.MODIFIED))
                .temporal(period(row))
                .contact(contact(row));
        readLandingPage(row, dataset);
        var distributions = new RowDistributions(row, separator, layout.pageUrls(), terms);
        var licence = row.term(Column.LICENCE, terms::licence, NoteKind.LICENCE_UNKNOWN);
        distributions.read(
                identity.id(), licence, row.text(Column.FIELDS).map(terms::fields).orElse(List.of()));
        if (distributions.distributions().isEmpty()) {
            row.keep(Column.LICENCE);
        }
        dataset.distributions(distributions.distributions()).nationalFields(row.national());
        return new Drafted(
                read.line(),
                identity.identifier(),
                dataset.build(),
                publisher,
                distributions.repaired(),
                row.notes(),
                distributions.counts());
    }

    private void keepUnknown(RawRow.Read read, RowTexts row) {
        var damaged = new ArrayList<String>();
        read.values().forEach((name, value) -> {
            if (value.indexOf('\uFFFD') >= 0) {
                damaged.add(name);
            }
            if (layout.column(name).isEmpty() && !value.isBlank()) {
                row.national().put(name, value);
            }
        });
        VERBATIM.forEach(row::keep);
        if (!damaged.isEmpty()) {
            row.note(NoteKind.TEXT_DAMAGED, "characters were lost in " + String.join(", ", damaged));
        }
    }

    private Optional<Agency> publisher(RowTexts row) {
        var name = row.text(Column.AGENCY);
        if (name.isEmpty()) {
            row.note(NoteKind.AGENCY_MISSING, "no agency is named");
        }
        return name.map(terms::agency);
    }

    private static List<String> keywords(RowTexts row) {
        return row.text(Column.KEYWORDS).map(text -> List.of(text.split("[,，、;；]"))).orElse(List.of());
    }

    private static Optional<Period> period(RowTexts row) {
        var start = row.day(Column.PERIOD_START);
        var end = row.day(Column.PERIOD_END);
        return start.isEmpty() && end.isEmpty() ? Optional.empty() : Optional.of(new Period(start, end));
    }

    private static Optional<ContactPoint> contact(RowTexts row) {
        var name = row.text(Column.CONTACT_NAME);
        var email = row.text(Column.CONTACT_EMAIL);
        var phone = row.text(Column.CONTACT_PHONE);
        boolean known = name.isPresent() || email.isPresent() || phone.isPresent();
        return known ? Optional.of(new ContactPoint(name, email, phone)) : Optional.empty();
    }

    private static void readLandingPage(RowTexts row, Dataset.Builder dataset) {
        var text = row.text(Column.LANDING_PAGE);
        if (text.isEmpty()) {
            return;
        }
        switch (DeclaredUrl.of(text.get())) {
            case DeclaredUrl.Usable(var uri, var changed) -> {
                dataset.landingPage(Optional.of(uri));
                if (changed) {
                    row.keep(Column.LANDING_PAGE);
                }
            }
            case DeclaredUrl.Unusable(var reason) -> {
                row.keep(Column.LANDING_PAGE);
                row.note(NoteKind.LANDING_PAGE_UNUSABLE, reason + ": " + RowTexts.shown(text.get()));
            }
        }
    }

    private static Unusable refuse(RowTexts row, Optional<Identity> found, int pieces, String reason) {
        var identifier = row.raw(Column.IDENTIFIER).strip();
        var urls = new UrlCounts(pieces, 0, 0, 0, 0, 0, pieces);
        var shown = identifier.substring(0, Math.min(identifier.length(), IDENTIFIER_SHOWN));
        var refused = new CatalogueItem.Refused(
                row.line(), shown.isEmpty() ? Optional.empty() : Optional.of(shown), reason, urls);
        return new Unusable(refused, found.map(Identity::id));
    }
}
