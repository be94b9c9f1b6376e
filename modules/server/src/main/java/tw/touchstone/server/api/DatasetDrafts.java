package tw.touchstone.server.api;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.exchange.json.DatasetJson;
import tw.touchstone.exchange.json.DatasetReading;
import tw.touchstone.exchange.json.TermLookup;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;
import tw.touchstone.server.http.Problem;
import tw.touchstone.vocabulary.profile.DatasetRdf;
import tw.touchstone.vocabulary.profile.ForeignReading;
import tw.touchstone.vocabulary.profile.ParseResult;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// Reads the dataset that a request describes, in our JSON or in RDF.
///
/// What is no document at all is 400 with its place, a document that describes no good dataset is 422 with all errors.
@Component
class DatasetDrafts {

    private static final Pattern BARE_NUMBER = Pattern.compile("[0-9]+");

    private final TermLookup terms;
    private final Iris iris;

    DatasetDrafts(Catalog catalog) {
        this.terms = catalog.terms();
        this.iris = catalog.settings().iris();
    }

    /// A dataset that is to be registered.
    ///
    /// @param suggested its identifier where the document names none
    Dataset forRegistration(RequestDocument document, DatasetId suggested) {
        var draft = read(document, suggested);
        refuseForeignName(draft);
        refuseClaims(draft, Optional.empty());
        return draft;
    }

    /// A dataset that is only looked at: its identifier may be that of a published one, which it would revise.
    ///
    /// @param published finds a published dataset
    Looked forPreview(RequestDocument document, DatasetId suggested, Function<DatasetId, Optional<Dataset>> published) {
        var draft = read(document, suggested);
        var current = published.apply(draft.id());
        if (current.isEmpty()) {
            refuseForeignName(draft);
        }
        refuseClaims(draft, current);
        return new Looked(draft, current);
    }

    private static void refuseForeignName(Dataset draft) {
        if (BARE_NUMBER.matcher(draft.id().value()).matches()) {
            throw refused(List.of(violation(
                    "id", "純數字代碼保留給國家開放資料平臺", "identifiers of digits alone belong to the national portal")));
        }
    }

    /// A draft, and the published dataset that it would revise.
    record Looked(Dataset draft, Optional<Dataset> current) {}

    /// A new state of a published dataset.
    Dataset forRevision(RequestDocument document, Dataset current) {
        var draft = read(document, current.id());
        if (!draft.id().equals(current.id())) {
            throw refused(List.of(violation(
                    "id", "代碼與網址中的不同", "the identifier differs from the one in the address")));
        }
        refuseClaims(draft, Optional.of(current));
        return draft;
    }

    private Dataset read(RequestDocument document, DatasetId suggested) {
        return document.syntax().isPresent()
                ? rdf(document.bytes(), document.syntax().get(), suggested)
                : json(document.bytes(), suggested);
    }

    private Dataset json(byte[] bytes, DatasetId suggested) {
        return switch (DatasetJson.read(bytes, suggested, terms)) {
            case DatasetReading.Read read -> read.draft();
            case DatasetReading.Refused wrong -> {
                // An error without a path is about the document as a whole: there is nothing to check in it.
                var whole = wrong.errors().stream().filter(each -> each.path().isEmpty()).findFirst();
                if (whole.isPresent()) {
                    throw malformed(
                            whole.get().message().best(LangText.EN), whole.get().line().orElse(1), JsonPlace.column(bytes));
                }
                throw refused(wrong.errors().stream().map(ErrorItem::of).toList());
            }
        };
    }

    private Dataset rdf(byte[] bytes, RdfSyntax syntax, DatasetId suggested) {
        var parsed = RdfSyntax.parse(
                new ByteArrayInputStream(bytes), syntax, iris.base(), RdfSyntax.Limits.DATASET);
        return switch (parsed) {
            case ParseResult.Refused wrong -> throw malformed(wrong.message(), wrong.line(), wrong.column());
            case ParseResult.Parsed(Graph graph) -> {
                var id = named(graph).orElse(suggested);
                yield switch (DatasetRdf.fromForeign(graph, id, new SourceRef(SourceRef.LOCAL, id.value()), iris)) {
                    case ForeignReading.Draft draft -> withPublisher(draft);
                    case ForeignReading.NotOneDataset none ->
                        throw refused(List.of(violation("", none.message(), none.message())));
                };
            }
        };
    }

    /// The identifier in the IRI by which the document calls its dataset, where that is one of ours.
    private Optional<DatasetId> named(Graph graph) {
        var datasets = graph.find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
                .mapWith(triple -> triple.getSubject())
                .filterKeep(Node::isURI)
                .toList();
        return datasets.size() == 1
                ? iri(datasets.getFirst().getURI()).flatMap(iris::datasetId)
                : Optional.empty();
    }

    private static Optional<URI> iri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private Dataset withPublisher(ForeignReading.Draft draft) {
        if (draft.dataset().publisher().isPresent() || draft.publisherName().isEmpty()) {
            return draft.dataset();
        }
        var agency = terms.agency(draft.publisherName().get());
        if (agency.isEmpty()) {
            throw refused(List.of(violation("publisher", "不是已知的機關", "is no known agency")));
        }
        return draft.dataset().with().publisher(agency).build();
    }

    private void refuseClaims(Dataset draft, Optional<Dataset> current) {
        OwnFiles.claimed(draft, current, iris).ifPresent(place -> {
            throw refused(List.of(ErrorItem.violation(
                    "distributions[%d].downloadUrl".formatted(place), Optional.empty(), OwnFiles.REASON)));
        });
    }

    private static ErrorItem violation(String field, String zh, String en) {
        return ErrorItem.violation(field, Optional.empty(), LangText.of(zh, en));
    }

    private static Problem malformed(String message, long line, long column) {
        var problem = Problem.of(HttpStatus.BAD_REQUEST, message);
        if (line > 0) {
            problem.with("line", line);
        }
        return column > 0 ? problem.with("column", column) : problem;
    }

    /// The refusal of a document that can be read and must not be published.
    static Problem refused(List<ErrorItem> errors) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "the dataset has " + errors.size()
                        + (errors.size() == 1 ? " error" : " errors"))
                .with("errors", errors);
    }
}
