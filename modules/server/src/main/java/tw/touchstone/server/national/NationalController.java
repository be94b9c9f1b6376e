package tw.touchstone.server.national;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.evaluating.Unpublished;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.exchange.catalogue.NationalExport;
import tw.touchstone.exchange.national.NationalRecord;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.NationalVerdict;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Streamed;
import tw.touchstone.server.layout.Names;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.DatasetState;

/// What the national portal's interface can be asked, version 2: records of datasets, and the verdicts of its
/// quality engine as ours gives them. Answers are `{"success": true, "result": …}`.
@RestController
class NationalController {

    private static final int BUFFER = 32 << 10;
    private static final JsonFactory JSON = new JsonFactory();

    /// The policy that measures what the portal's engine measures.
    private static final String POLICY = Catalog.SHOWN_POLICY;

    private final CatalogStore store;
    private final Listing listing;
    private final Evaluations evaluations;
    private final NationalRecord records;
    private final NationalAgencies agencies;

    NationalController(Catalog catalog, Listing listing, Names names, NationalAgencies agencies) {
        this.store = catalog.store();
        this.listing = listing;
        this.evaluations = catalog.judging().evaluations();
        this.records = new NationalRecord(catalog.vocabularies(), names::agency);
        this.agencies = agencies;
    }

    /// Records in the order of their identifiers, a part at a time.
    @GetMapping("/api/v2/rest/dataset")
    void datasets(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var parameters = Parameters.of(request, Set.of("limit", "offset", "modified"));
        long limit = parameters.number("limit", 1, 1_000).orElse(100L);
        long offset = parameters.number("offset", 0, Integer.MAX_VALUE).orElse(0L);
        var since = parameters.instant("modified").orElse(Instant.MIN);
        var wanted = listing.now().all().stream()
                .filter(each -> !each.withdrawn() && !each.changed().isBefore(since))
                .skip(offset)
                .limit(limit)
                .toList();
        send(request, response, json -> {
            json.writeStartArray();
            wanted.forEach(listed -> store.dataset(listed.id()).ifPresent(dataset -> write(dataset, listed, json)));
            json.writeEndArray();
        });
    }

    @GetMapping("/api/v2/rest/dataset/{id}")
    void dataset(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters.of(request, Set.of());
        var dataset = published(id);
        var listed = listing.now().of(dataset.id()).orElseThrow(() -> NationalError.absent(id));
        send(request, response, json -> write(dataset, listed, json));
    }

    /// The verdicts on all datasets of an agency.
    ///
    /// @param publisher its object identifier; its slug or name will do
    @GetMapping("/api/v2/rest/qc/{publisher}")
    void verdicts(@PathVariable String publisher, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters.of(request, Set.of());
        AgencyId agency = agencies.find(publisher).orElseThrow(() -> NationalError.of(
                HttpStatus.NOT_FOUND, "ER0001:機關錯誤", "there is no such agency"));
        var datasets = agencies.datasetsOf(agency);
        send(request, response, json -> {
            json.writeStartArray();
            datasets.forEach(id -> store.dataset(id).ifPresent(dataset -> verdict(dataset, json)));
            json.writeEndArray();
        });
    }

    /// The verdict on one dataset, distribution by distribution.
    @GetMapping("/api/v2/rest/quality_result/{id}")
    void verdict(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters.of(request, Set.of());
        var dataset = published(id);
        var stored = stored(dataset);
        var verdict = stored.flatMap(each -> national(dataset, each));
        send(request, response, json -> {
            json.writeStartObject();
            flags(dataset, stored, verdict, json);
            json.writeArrayPropertyStart("resources");
            verdict.map(NationalVerdict::distributions).orElse(List.of()).forEach(each -> resource(each, json));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private Dataset published(String id) {
        if (!DatasetId.isValid(id)) {
            throw NationalError.absent(id);
        }
        var dataset = new DatasetId(id);
        return switch (store.state(dataset)) {
            case DatasetState.Published _ -> store.dataset(dataset).orElseThrow(() -> NationalError.absent(id));
            case DatasetState.Withdrawn(long _, Instant at, String reason) -> throw NationalError.gone(id, at, reason);
            case DatasetState.Absent _ -> throw NationalError.absent(id);
        };
    }

    private void write(Dataset dataset, Listed listed, JsonGenerator json) {
        var label = stored(dataset).flatMap(StoredScorecard::label).orElse(Label.NONE_UNCHECKED);
        records.write(dataset, label, listed.changed(), json);
    }

    private Optional<StoredScorecard> stored(Dataset dataset) {
        return evaluations.history().current(dataset.id(), POLICY);
    }

    private Optional<NationalVerdict> national(Dataset dataset, StoredScorecard stored) {
        return evaluations
                .scorecard(stored)
                .map(card -> NationalVerdict.of(card, evaluations.subject(dataset, Unpublished.NOTHING)));
    }

    private void verdict(Dataset dataset, JsonGenerator json) {
        var stored = stored(dataset);
        json.writeStartObject();
        flags(dataset, stored, stored.flatMap(each -> national(dataset, each)), json);
        json.writeEndObject();
    }

    private static void flags(
            Dataset dataset, Optional<StoredScorecard> stored, Optional<NationalVerdict> verdict, JsonGenerator json) {
        var flags = verdict.map(NationalVerdict::dataset);
        var at = stored.map(StoredScorecard::evaluatedAt).map(NationalExport::time).orElse("");
        json.writeStringProperty("datasetId", dataset.id().value());
        json.writeStringProperty("title", dataset.title().best(LangText.ZH));
        flags(flags.orElse(new NationalVerdict.Flags(2, 2, 2, 2, 2, 2)), json);
        json.writeStringProperty("created", dataset.registered().map(NationalExport::time).orElse(""));
        json.writeStringProperty("request", at);
        json.writeStringProperty("changed", at);
    }

    /// 1 passed, 0 failed, 2 not judged; texts, as the portal has them.
    private static void flags(NationalVerdict.Flags flags, JsonGenerator json) {
        json.writeStringProperty("linkable", Integer.toString(flags.linkable()));
        json.writeStringProperty("downloadable", Integer.toString(flags.downloadable()));
        json.writeStringProperty("structure", Integer.toString(flags.structure()));
        json.writeStringProperty("encoding_match", Integer.toString(flags.encodingMatch()));
        json.writeStringProperty("desc_match", Integer.toString(flags.descMatch()));
        json.writeStringProperty("csv", Integer.toString(flags.csv()));
    }

    private static void resource(NationalVerdict.Resource resource, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("resourceId", resource.id().toString());
        flags(resource.flags(), json);
        json.writeStringProperty("encoding", resource.encoding());
        json.writeStringProperty("file_type", resource.fileType());
        json.writeNumberProperty("amount", resource.amount());
        json.writeArrayPropertyStart("fields");
        resource.fields().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Consumer<JsonGenerator> result)
            throws IOException {
        response.setContentType("application/json;charset=utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        Streamed.send(response, out -> {
            var json = JSON.createGenerator(ObjectWriteContext.empty(), new BufferedOutputStream(out, BUFFER));
            json.writeStartObject();
            json.writeBooleanProperty("success", true);
            json.writeName("result");
            result.accept(json);
            json.writeEndObject();
            json.flush();
        });
    }
}
