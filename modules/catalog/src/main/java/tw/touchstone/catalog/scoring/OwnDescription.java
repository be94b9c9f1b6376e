package tw.touchstone.catalog.scoring;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.Iris;
import tw.touchstone.vocabulary.profile.DatasetRdf;
import tw.touchstone.vocabulary.profile.EuropeanTerms;
import tw.touchstone.vocabulary.profile.Terms;

/// A description that a catalogue of this product wrote: it is read without loss, so that it is judged as it was there.
final class OwnDescription {

    private static final Pattern DATASET = Pattern.compile("(https?://[^?#]*/)datasets/([A-Za-z0-9][A-Za-z0-9._-]{0,63})");

    private static final EuropeanTerms EUROPEAN = EuropeanTerms.load();

    private OwnDescription() {}

    /// The dataset that a graph describes; empty where it is not one of a catalogue's own graphs.
    static Optional<Dataset> in(Graph graph) {
        return graph.find(Node.ANY, Terms.RDF_TYPE, Terms.DCAT_DATASET)
                .mapWith(triple -> triple.getSubject())
                .filterKeep(Node::isURI)
                .toList()
                .stream()
                .findFirst()
                .flatMap(dataset -> read(graph, dataset));
    }

    private static Optional<Dataset> read(Graph graph, Node dataset) {
        var named = DATASET.matcher(dataset.getURI());
        if (!named.matches()) {
            return Optional.empty();
        }
        var iris = new Iris(URI.create(named.group(1)));
        var id = new DatasetId(named.group(2));
        var records = graph.find(Node.ANY, Terms.RDF_TYPE, Terms.DCAT_CATALOG_RECORD)
                .mapWith(triple -> triple.getSubject().toString())
                .toList();
        try {
            return records.contains(iris.record(id).toString())
                    ? Optional.of(DatasetRdf.read(EUROPEAN.takeOutOf(graph), id, iris))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Somebody changed it by hand; then it is read like anybody else's.
            return Optional.empty();
        }
    }

    /// How the catalogue that gives out a file itself names its things; empty where the file is elsewhere.
    static Optional<Iris> holder(Distribution distribution) {
        var path = "distributions/" + distribution.id() + "/download";
        return distribution
                .downloadUrl()
                .map(URI::toString)
                .filter(url -> url.matches("https?://[^?#]*/" + Pattern.quote(path)))
                .map(url -> new Iris(URI.create(url.substring(0, url.length() - path.length()))));
    }
}
