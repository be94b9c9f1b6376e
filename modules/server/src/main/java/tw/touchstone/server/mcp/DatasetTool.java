package tw.touchstone.server.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.exchange.json.DatasetJson;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.rows.KeptTables;
import tw.touchstone.server.signin.SignedIn;

/// Shows one dataset.
@Component
class DatasetTool implements CatalogueTool {

    private static final int MOST_FILES = 500;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PublishedDatasets published;
    private final Evaluations evaluations;
    private final KeptTables tables;
    private final Sources sources;

    DatasetTool(Catalog catalog, PublishedDatasets published, KeptTables tables, Sources sources) {
        this.published = published;
        this.evaluations = catalog.judging().evaluations();
        this.tables = tables;
        this.sources = sources;
    }

    /// One dataset.
    ///
    /// @param number        the change number it stands at, which submit wants to see again
    /// @param label         code of its label; absent until it is judged
    /// @param distributions the forms in which it can be had
    /// @param document      all its metadata, in the JSON that preview and submit take
    record Shown(
            String id,
            long number,
            Optional<String> label,
            Source source,
            List<Form> distributions,
            Map<String, Object> document) {}

    /// A form in which it can be had.
    ///
    /// @param rows whether query_rows can read it
    record Form(
            String id,
            Map<String, String> title,
            Optional<String> format,
            Optional<String> address,
            Optional<Source.Licence> licence,
            Optional<Source.Snapshot> snapshot,
            boolean rows) {}

    @Override
    public String name() {
        return "get_dataset";
    }

    @Override
    public String title() {
        return "Get a dataset";
    }

    @Override
    public String description() {
        return "All metadata of one dataset: description, agency, themes, update frequency, fields, and each distribution with "
                + "its address, licence, the digest of its bytes, and whether query_rows can read it.";
    }

    @Override
    public Inputs inputs() {
        return Inputs.none().required("id", "identifier of a dataset, as search_datasets has it");
    }

    @Override
    public Class<? extends Record> output() {
        return Shown.class;
    }

    @Override
    public Answer call(Arguments arguments, Optional<SignedIn> who) {
        var current = published.current(arguments.required("id"));
        var dataset = current.dataset();
        var source = sources.of(dataset, MOST_FILES);
        var shown = new Shown(
                dataset.id().value(),
                current.number(),
                evaluations
                        .stored(dataset.id(), evaluations.shownPolicy(), Optional.empty())
                        .map(StoredScorecard::award),
                source,
                dataset.distributions().stream().limit(MOST_FILES).map(this::form).toList(),
                JSON.readValue(DatasetJson.write(dataset), OBJECT));
        var words = "“%s” has %d distributions. %s"
                .formatted(dataset.title().best("en"), dataset.distributions().size(), source.words());
        return new Answer(words, shown);
    }

    private Form form(Distribution distribution) {
        return new Form(
                distribution.id().toString(),
                distribution.title().byLanguage(),
                distribution.format().map(FileFormat::code),
                distribution.downloadUrl().or(distribution::accessUrl).map(Object::toString),
                sources.licence(distribution),
                sources.snapshot(distribution),
                tables.file(distribution).isPresent());
    }
}
