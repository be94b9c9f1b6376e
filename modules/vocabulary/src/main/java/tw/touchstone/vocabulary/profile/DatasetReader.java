package tw.touchstone.vocabulary.profile;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Period;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;

/// Reads what [DatasetWriter] wrote.
final class DatasetReader {

    private static final String FIELD = "#field-";

    private final Graph graph;
    private final Iris iris;

    DatasetReader(Graph graph, Iris iris) {
        this.graph = graph;
        this.iris = iris;
    }

    Dataset read(DatasetId id) {
        var in = new Described(graph, NodeFactory.createURI(iris.dataset(id).toString()));
        if (!in.is(Terms.DCAT_DATASET)) {
            throw new IllegalArgumentException("the graph describes no dataset " + in.subject());
        }
        var record = new Described(graph, NodeFactory.createURI(iris.record(id).toString()));
        var source = new SourceRef(
                record.text(Terms.SOURCE).orElse(SourceRef.LOCAL),
                record.text(Terms.SOURCE_IDENTIFIER).orElse(id.value()));
        var documentation = new DocumentationReader(iris);
        return Dataset.of(id, source, in.texts(Terms.DCT_TITLE))
                .description(in.texts(Terms.DCT_DESCRIPTION))
                .publisher(first(in, Terms.DCT_PUBLISHER).flatMap(Described::parse).flatMap(iris::agencyId))
                .keywords(in.list(Terms.DCAT_KEYWORD))
                .themes(in.iris(Terms.DCAT_THEME))
                .frequency(first(in, Terms.DCT_ACCRUAL_PERIODICITY).flatMap(Frequencies::of))
                .accessRights(in.iri(Terms.DCT_ACCESS_RIGHTS))
                .issued(in.instant(Terms.DCT_ISSUED))
                .modified(in.instant(Terms.DCT_MODIFIED))
                .temporal(first(in, Terms.DCT_TEMPORAL).map(at -> period(in.about("#period"))))
                .spatial(in.iris(Terms.DCT_SPATIAL))
                .language(in.languages())
                .contact(first(in, Terms.DCAT_CONTACT_POINT).map(at -> contact(in.about("#contact"))))
                .landingPage(in.iri(Terms.DCAT_LANDING_PAGE))
                .conformsTo(in.iris(Terms.DCT_CONFORMS_TO))
                .registered(record.instant(Terms.DCT_ISSUED))
                .distributions(distributions(in))
                .type(in.iri(Terms.DCT_TYPE))
                .coverage(Optional.of(documentation.coverage(in)))
                .provenance(Optional.of(documentation.provenance(in)))
                .collection(Optional.of(DocumentationReader.collection(in)))
                .limits(Optional.of(DocumentationReader.limits(in)))
                .release(Optional.of(DocumentationReader.release(in)))
                .nationalFields(in.nationalFields())
                .build();
    }

    private static Period period(Described in) {
        return new Period(in.day(Terms.DCAT_START_DATE), in.day(Terms.DCAT_END_DATE));
    }

    private static ContactPoint contact(Described in) {
        return new ContactPoint(
                in.text(Terms.VCARD_FN),
                in.encoded(Terms.VCARD_HAS_EMAIL, Schemes.MAILTO),
                in.encoded(Terms.VCARD_HAS_TELEPHONE, Schemes.TEL));
    }

    private List<Distribution> distributions(Described dataset) {
        var order = dataset.order(Terms.DCAT_DISTRIBUTION).map(Packed::split).orElse(List.of());
        ToIntFunction<Distribution> place = each -> {
            int at = order.indexOf(each.id().toString());
            return at < 0 ? Integer.MAX_VALUE : at;
        };
        return dataset.objects(Terms.DCAT_DISTRIBUTION)
                .filter(Node::isURI)
                .flatMap(node -> iris.distributionId(URI.create(node.getURI()))
                        .map(id -> distribution(id, new Described(graph, node)))
                        .stream())
                .sorted(Comparator.comparingInt(place).thenComparing(Distribution::id))
                .toList();
    }

    private static Distribution distribution(DistributionId id, Described in) {
        return Distribution.of(id)
                .title(in.texts(Terms.DCT_TITLE))
                .description(in.texts(Terms.DCT_DESCRIPTION))
                .accessUrl(in.iri(Terms.DCAT_ACCESS_URL))
                .downloadUrl(in.iri(Terms.DCAT_DOWNLOAD_URL))
                .format(first(in, Terms.DCT_FORMAT).flatMap(FileTypes::ofIri))
                .mediaType(in.encoded(Terms.DCAT_MEDIA_TYPE, Schemes.MEDIA_TYPES))
                .encoding(in.text(Terms.CNT_ENCODING))
                .licence(in.iri(Terms.DCT_LICENSE))
                .fields(fields(in))
                .byteSize(in.size(Terms.DCAT_BYTE_SIZE))
                .checksum(in.about("#checksum")
                        .text(Terms.SPDX_CHECKSUM_VALUE)
                        .filter(Sha256::isValid)
                        .map(Sha256::new))
                .modified(in.instant(Terms.DCT_MODIFIED))
                .issued(in.instant(Terms.DCT_ISSUED))
                .rights(Optional.of(DocumentationReader.rights(in)))
                .nationalFields(in.nationalFields())
                .build();
    }

    private static List<FieldDescription> fields(Described distribution) {
        var prefix = distribution.subject().getURI() + FIELD;
        var schema = distribution.about("#schema");
        return schema.objects(Terms.CSVW_COLUMN)
                .filter(node -> node.isURI() && node.getURI().startsWith(prefix))
                .filter(node -> node.getURI().substring(prefix.length()).matches("[0-9]{1,6}"))
                .sorted(Comparator.comparingInt(node -> Integer.parseInt(node.getURI().substring(prefix.length()))))
                .map(node -> new Described(distribution.graph(), node))
                .map(in -> new FieldDescription(
                        in.text(Terms.CSVW_TITLE).orElse(""),
                        in.text(Terms.DCT_DESCRIPTION),
                        Optional.of(FieldReader.definition(in, schema))))
                .toList();
    }

    private static Optional<String> first(Described in, Node property) {
        return in.objects(property).filter(Node::isURI).map(Node::getURI).sorted().findFirst();
    }
}
