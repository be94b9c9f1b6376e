package tw.touchstone.vocabulary.profile;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Period;
import tw.touchstone.model.Sha256;

/// Says a dataset in DCAT 3. Every node has an IRI, so an unchanged part is written as the same triples.
final class DatasetWriter {

    private final Graph graph;
    private final Iris iris;

    DatasetWriter(Graph graph, Iris iris) {
        this.graph = graph;
        this.iris = iris;
    }

    void write(Dataset dataset) {
        var out = new Statements(graph, node(iris.dataset(dataset.id())));
        out.link(Terms.RDF_TYPE, Terms.DCAT_DATASET);
        out.text(Terms.DCT_IDENTIFIER, dataset.id().value());
        out.texts(Terms.DCT_TITLE, dataset.title());
        out.texts(Terms.DCT_DESCRIPTION, dataset.description());
        dataset.publisher().ifPresent(agency -> out.link(Terms.DCT_PUBLISHER, node(iris.agency(agency))));
        out.list(Terms.DCAT_KEYWORD, dataset.keywords());
        out.iris(Terms.DCAT_THEME, dataset.themes());
        dataset.frequency().ifPresent(each -> out.link(Terms.DCT_ACCRUAL_PERIODICITY, Frequencies.iri(each)));
        dataset.accessRights().ifPresent(each -> out.iri(Terms.DCT_ACCESS_RIGHTS, each));
        dataset.issued().ifPresent(each -> out.instant(Terms.DCT_ISSUED, each));
        dataset.modified().ifPresent(each -> out.instant(Terms.DCT_MODIFIED, each));
        dataset.temporal().ifPresent(each -> period(out, each));
        out.iris(Terms.DCT_SPATIAL, dataset.spatial());
        out.languages(dataset.language());
        dataset.contact().ifPresent(each -> contact(out, each));
        dataset.landingPage().ifPresent(each -> out.iri(Terms.DCAT_LANDING_PAGE, each));
        out.iris(Terms.DCT_CONFORMS_TO, dataset.conformsTo());
        new DocumentationWriter(iris).write(dataset, out);
        out.nationalFields(dataset.nationalFields());
        record(dataset, out.subject());
        distributions(out, dataset.distributions());
    }

    private void record(Dataset dataset, Node topic) {
        var out = new Statements(graph, node(iris.record(dataset.id())));
        out.link(Terms.RDF_TYPE, Terms.DCAT_CATALOG_RECORD);
        out.link(Terms.FOAF_PRIMARY_TOPIC, topic);
        out.text(Terms.SOURCE, dataset.source().source());
        out.text(Terms.SOURCE_IDENTIFIER, dataset.source().identifier());
        dataset.registered().ifPresent(each -> out.instant(Terms.DCT_ISSUED, each));
    }

    private static void period(Statements dataset, Period period) {
        var out = dataset.about("#period");
        dataset.link(Terms.DCT_TEMPORAL, out.subject());
        out.link(Terms.RDF_TYPE, Terms.DCT_PERIOD_OF_TIME);
        period.start().ifPresent(each -> out.day(Terms.DCAT_START_DATE, each));
        period.end().ifPresent(each -> out.day(Terms.DCAT_END_DATE, each));
    }

    private static void contact(Statements dataset, ContactPoint contact) {
        var out = dataset.about("#contact");
        dataset.link(Terms.DCAT_CONTACT_POINT, out.subject());
        out.link(Terms.RDF_TYPE, Terms.VCARD_KIND);
        contact.name().ifPresent(each -> out.text(Terms.VCARD_FN, each));
        contact.email().ifPresent(each -> out.encoded(Terms.VCARD_HAS_EMAIL, Schemes.MAILTO, each));
        contact.phone().ifPresent(each -> out.encoded(Terms.VCARD_HAS_TELEPHONE, Schemes.TEL, each));
    }

    private void distributions(Statements dataset, List<Distribution> distributions) {
        var ids = distributions.stream().map(Distribution::id).toList();
        if (ids.stream().distinct().count() < ids.size()) {
            throw new IllegalArgumentException("a distribution identifier stands twice in " + ids);
        }
        for (var distribution : distributions) {
            var out = new Statements(graph, node(iris.distribution(distribution.id())));
            dataset.link(Terms.DCAT_DISTRIBUTION, out.subject());
            write(distribution, out);
        }
        if (!ids.stream().sorted(Comparator.naturalOrder()).toList().equals(ids)) {
            var order = Packed.join(ids.stream().map(DistributionId::toString).toList());
            dataset.text(Terms.ORDER, Packed.pair(Terms.DCAT_DISTRIBUTION.getLocalName(), order));
        }
    }

    private static void write(Distribution distribution, Statements out) {
        out.link(Terms.RDF_TYPE, Terms.DCAT_DISTRIBUTION_CLASS);
        out.texts(Terms.DCT_TITLE, distribution.title());
        out.texts(Terms.DCT_DESCRIPTION, distribution.description());
        distribution.accessUrl().ifPresent(each -> out.iri(Terms.DCAT_ACCESS_URL, each));
        distribution.downloadUrl().ifPresent(each -> out.iri(Terms.DCAT_DOWNLOAD_URL, each));
        distribution.format().ifPresent(each -> out.link(Terms.DCT_FORMAT, FileTypes.iri(each)));
        distribution.mediaType().ifPresent(each -> out.encoded(Terms.DCAT_MEDIA_TYPE, Schemes.MEDIA_TYPES, each));
        distribution.encoding().ifPresent(each -> out.text(Terms.CNT_ENCODING, each));
        distribution.licence().ifPresent(each -> out.iri(Terms.DCT_LICENSE, each));
        distribution.byteSize().ifPresent(each -> out.size(Terms.DCAT_BYTE_SIZE, each));
        distribution.checksum().ifPresent(each -> checksum(out, each));
        distribution.modified().ifPresent(each -> out.instant(Terms.DCT_MODIFIED, each));
        distribution.issued().ifPresent(each -> out.instant(Terms.DCT_ISSUED, each));
        distribution.rights().ifPresent(each -> DocumentationWriter.rights(out, each));
        out.nationalFields(distribution.nationalFields());
        fields(out, distribution.fields());
    }

    private static void checksum(Statements distribution, Sha256 checksum) {
        var out = distribution.about("#checksum");
        distribution.link(Terms.SPDX_CHECKSUM, out.subject());
        out.link(Terms.RDF_TYPE, Terms.SPDX_CHECKSUM_CLASS);
        out.link(Terms.SPDX_ALGORITHM, Terms.SPDX_SHA256);
        out.link(
                Terms.SPDX_CHECKSUM_VALUE,
                NodeFactory.createLiteralDT(checksum.hex(), XSDDatatype.XSDhexBinary));
    }

    private static void fields(Statements distribution, List<FieldDescription> fields) {
        if (fields.isEmpty()) {
            return;
        }
        var schema = distribution.about("#schema");
        distribution.link(Terms.DCT_CONFORMS_TO, schema.subject());
        schema.link(Terms.RDF_TYPE, Terms.CSVW_SCHEMA);
        for (int at = 0; at < fields.size(); at++) {
            var out = distribution.about("#field-" + (at + 1));
            schema.link(Terms.CSVW_COLUMN, out.subject());
            out.text(Terms.CSVW_TITLE, fields.get(at).name());
            fields.get(at).description().ifPresent(each -> out.text(Terms.DCT_DESCRIPTION, each));
            fields.get(at).definition().ifPresent(each -> FieldWriter.write(each, out, schema));
        }
    }

    private static Node node(URI iri) {
        return NodeFactory.createURI(iri.toString());
    }
}
