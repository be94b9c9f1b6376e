package tw.touchstone.server.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.rows.RowTable;
import tw.touchstone.catalog.rows.TableState;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.NamedFact;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.Phrase;
import tw.touchstone.server.rows.KeptTables;

/// Makes the part of a page that shows one distribution.
@Component
class DistributionViews {

    private static final int COLUMNS = 50;

    private final Catalog catalog;
    private final KeptTables kept;
    private final Iris iris;
    private final MessageSource messages;

    DistributionViews(Catalog catalog, KeptTables kept, MessageSource messages) {
        this.kept = kept;
        this.catalog = catalog;
        this.iris = catalog.settings().iris();
        this.messages = messages;
    }

    DatasetView.DistributionView of(Distribution distribution, Locale locale) {
        var language = Language.of(locale);
        boolean obtainable = isObtainable(distribution);
        return new DatasetView.DistributionView(
                distribution.id().number(),
                title(distribution, locale),
                Phrase.of(distribution.description(), language),
                format(distribution, locale),
                obtainable ? "/distributions/" + distribution.id() + "/download" : "",
                obtainable ? iris.download(distribution.id()).toString() : "",
                distribution.byteSize().map(Figures::size).orElse(""),
                Figures.count(catalog.usage().totals(distribution.id()).downloads()),
                declared(distribution, language),
                distribution.fields().stream()
                        .map(field -> new DatasetView.FieldView(
                                field.name(), field.description().orElse(""), type(field)))
                        .toList(),
                tables(distribution));
    }

    private List<DatasetView.TableView> tables(Distribution distribution) {
        return kept.states(distribution).orElse(List.of()).stream()
                .flatMap(state -> state instanceof TableState.Ready(var table) ? Stream.of(table) : Stream.empty())
                .limit(1)
                .map(table -> view(distribution, table))
                .toList();
    }

    private static DatasetView.TableView view(Distribution distribution, RowTable table) {
        int shown = Math.min(COLUMNS, table.columns().size());
        var address = "/distributions/" + distribution.id();
        return new DatasetView.TableView(
                table.name().isEmpty() ? table.part() : table.name(),
                table.columns().stream()
                        .limit(shown)
                        .map(each -> new DatasetView.ColumnView(each.name(), each.type().isNumeric()))
                        .toList(),
                table.preview().stream().map(row -> row.subList(0, shown)).toList(),
                Figures.count(table.rows()),
                shown < table.columns().size() ? Figures.count(table.columns().size() - shown) : "",
                address + "/rows",
                address + "/profile");
    }

    private static String type(FieldDescription field) {
        return Stream.concat(
                        field.type().map(FieldType::code).stream(),
                        field.definition().flatMap(FieldDefinition::unit).stream())
                .collect(Collectors.joining(" · "));
    }

    /// The title, else "Distribution 2".
    Phrase title(Distribution distribution, Locale locale) {
        return distribution.title().isEmpty()
                ? new Phrase(
                        messages.getMessage(
                                "dataset.distribution",
                                new Object[] {String.valueOf(distribution.id().number())},
                                locale),
                        "")
                : Phrase.of(distribution.title(), Language.of(locale));
    }

    private String format(Distribution distribution, Locale locale) {
        return distribution
                .format()
                .map(FileFormat::display)
                .orElseGet(() -> messages.getMessage("dataset.unknown-format", new Object[0], locale));
    }

    /// A distribution that still waits for its file has only the dataset's own page for an address.
    private boolean isObtainable(Distribution distribution) {
        return distribution
                .url()
                .filter(url -> iris.datasetId(url).isEmpty())
                .isPresent();
    }

    private List<NamedFact> declared(Distribution distribution, String language) {
        var facts = new ArrayList<NamedFact>();
        facts.addAll(NamedFact.of("dataset.encoding", distribution.encoding()));
        facts.addAll(NamedFact.of(
                "dataset.licence",
                distribution.licence().map(iri -> Names.name(catalog.vocabularies().licences(), iri, language))));
        facts.addAll(NamedFact.of("dataset.issued", distribution.issued().map(Figures::day)));
        facts.addAll(NamedFact.of(
                "form.rights", distribution.rights().map(each -> each.statement().best(language))));
        facts.addAll(NamedFact.of("dataset.modified", distribution.modified().map(Figures::day)));
        facts.addAll(NamedFact.of("dataset.checksum", distribution.checksum().map(Sha256::hex)));
        distribution
                .url()
                .filter(url -> !url.toString().startsWith(iris.base().toString()))
                .ifPresent(url -> facts.add(DatasetViews.leading("dataset.original", url)));
        return facts;
    }
}
