package tw.touchstone.vocabulary.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Period;
import tw.touchstone.model.SourceRef;

/// Reads the dataset part of a foreign description; [ForeignDistributions] reads the rest.
final class ForeignDataset {

    private final Graph graph;
    private final Iris iris;
    private final List<ForeignReading.Note> notes = new ArrayList<>();

    ForeignDataset(Graph graph, Iris iris) {
        this.graph = graph;
        this.iris = iris;
    }

    ForeignReading read(DatasetId id, SourceRef source) {
        var found = graph.find(Node.ANY, Terms.RDF_TYPE, Terms.DCAT_DATASET)
                .mapWith(triple -> triple.getSubject())
                .toSet();
        if (found.size() != 1) {
            var names = new TreeSet<String>();
            found.forEach(node -> names.add(node.toString()));
            var message = found.isEmpty()
                    ? "no dcat:Dataset was found"
                    : "one dcat:Dataset is expected, " + found.size() + " were found";
            return new ForeignReading.NotOneDataset(message, List.copyOf(names));
        }
        var in = new Foreign(new Described(graph, found.iterator().next()), notes);
        return draft(in, id, source);
    }

    private ForeignReading draft(Foreign in, DatasetId id, SourceRef source) {
        var publisher = in.first(Terms.DCT_PUBLISHER);
        var agency = publisher.filter(Node::isURI).flatMap(node -> Described.parse(node.getURI())).flatMap(iris::agencyId);
        var documentation = new DocumentationReader(iris);
        var dataset = Dataset.of(id, source, in.texts(Terms.DCT_TITLE))
                .description(in.texts(Terms.DCT_DESCRIPTION))
                .publisher(agency)
                .keywords(in.described().list(Terms.DCAT_KEYWORD))
                .themes(in.iris(Terms.DCAT_THEME))
                .frequency(frequency(in))
                .accessRights(in.iri(Terms.DCT_ACCESS_RIGHTS))
                .issued(in.instant(Terms.DCT_ISSUED))
                .modified(in.instant(Terms.DCT_MODIFIED))
                .temporal(in.foreign(Terms.DCT_TEMPORAL).map(ForeignDataset::period))
                .spatial(in.iris(Terms.DCT_SPATIAL))
                .language(languages(in))
                .contact(in.foreign(Terms.DCAT_CONTACT_POINT).map(ForeignDataset::contact))
                .landingPage(in.iri(Terms.DCAT_LANDING_PAGE))
                .conformsTo(in.iris(Terms.DCT_CONFORMS_TO))
                .type(in.iri(Terms.DCT_TYPE))
                .coverage(Optional.of(documentation.coverage(in)))
                .provenance(Optional.of(documentation.provenance(in)))
                .collection(Optional.of(DocumentationReader.collection(in)))
                .limits(Optional.of(DocumentationReader.limits(in)))
                .release(Optional.of(DocumentationReader.release(in)))
                .nationalFields(in.described().nationalFields())
                .distributions(new ForeignDistributions(iris).read(in, id))
                .build();
        return new ForeignReading.Draft(dataset, publisherName(in, publisher, agency), notes);
    }

    private Optional<String> publisherName(Foreign in, Optional<Node> publisher, Optional<AgencyId> agency) {
        if (agency.isPresent() || publisher.isEmpty()) {
            return Optional.empty();
        }
        var name = publisher
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .or(() -> in.foreign(Terms.DCT_PUBLISHER)
                        .map(agent -> agent.texts(Terms.FOAF_NAME).toString())
                        .filter(text -> !text.isEmpty()))
                .or(() -> publisher.filter(Node::isURI).map(Node::getURI));
        in.note(Terms.DCT_PUBLISHER, publisher.get(), "no agency of this catalogue; left for the caller to look up");
        return name;
    }

    private static Optional<Frequency> frequency(Foreign in) {
        var declared = in.first(Terms.DCT_ACCRUAL_PERIODICITY);
        var known = declared.flatMap(Foreign::plainText).flatMap(Frequencies::of);
        if (declared.isPresent() && known.isEmpty()) {
            in.note(Terms.DCT_ACCRUAL_PERIODICITY, declared.get(), "no known update frequency; left out");
        }
        return known;
    }

    private static List<String> languages(Foreign in) {
        var exact = in.described().languages();
        var tags = new TreeSet<String>();
        in.described().objects(Terms.DCT_LANGUAGE).forEach(node -> {
            var tag = node.isLiteral()
                    ? Foreign.plainText(node)
                    : Foreign.plainText(node).flatMap(Languages::tag);
            tag.ifPresentOrElse(
                    tags::add, () -> in.note(Terms.DCT_LANGUAGE, node, "no known language; left out"));
        });
        return exact.isEmpty() || exact.size() < tags.size() ? List.copyOf(tags) : exact;
    }

    private static Period period(Foreign in) {
        return new Period(in.day(Terms.DCAT_START_DATE), in.day(Terms.DCAT_END_DATE));
    }

    private static ContactPoint contact(Foreign in) {
        return new ContactPoint(
                in.described().text(Terms.VCARD_FN),
                in.value(Terms.VCARD_HAS_EMAIL, Schemes.MAILTO),
                in.value(Terms.VCARD_HAS_TELEPHONE, Schemes.TEL));
    }

}
