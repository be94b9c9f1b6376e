package tw.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.store.Change.PutAgency;
import tw.touchstone.store.Change.PutDataset;
import tw.touchstone.store.Change.PutQuality;
import tw.touchstone.store.Change.WithdrawDataset;
import tw.touchstone.store.ChangeEntry.Kind;
import tw.touchstone.vocabulary.profile.DatasetRdf;
import tw.touchstone.vocabulary.profile.Terms;

/// What every engine behind [CatalogStore] promises.
public abstract class CatalogStoreContract {

    protected static final Instant NOW = Instant.parse("2026-11-21T01:02:03.450Z");
    protected static final Iris IRIS = new Iris(URI.create("https://data.example.tw/"));
    protected static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Dataset ONE = SampleDatasets.numbered(1);
    private static final Node MEASURED = NodeFactory.createURI("http://www.w3.org/ns/dqv#value");

    private CatalogStore store;

    /// A new and empty store that names things by [#IRIS] and reads [#CLOCK].
    protected abstract CatalogStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void registersADatasetAndStampsIt() {
        var entry = new ChangeEntry(1, NOW, Kind.REGISTERED, "1");

        assertThat(store.commit(List.of(new PutDataset(ONE))))
                .isEqualTo(new Committed(List.of(new Outcome.Written(entry)), 1));
        assertThat(store.dataset(ONE.id())).contains(stamped(ONE, NOW));
        assertThat(store.state(ONE.id())).isEqualTo(new DatasetState.Published(1));
        assertThat(store.changesSince(0, 10)).containsExactly(entry);
        assertThat(store.lastNumber()).isEqualTo(1);
        assertThat(store.datasets()).isEqualTo(1);
    }

    @Test
    void knowsNothingOfWhatWasNeverThere() {
        assertThat(store.dataset(ONE.id())).isEmpty();
        assertThat(store.graph(ONE.id())).isEmpty();
        assertThat(store.state(ONE.id())).isEqualTo(new DatasetState.Absent());
        assertThat(store.lastNumber()).isZero();
        assertThat(store.changesSince(0, 10)).isEmpty();
        assertThat(store.commit(List.of(new WithdrawDataset(ONE.id(), NOW, ""), new PutQuality(ONE.id(), quality("1")))))
                .isEqualTo(new Committed(List.of(new Outcome.Absent(), new Outcome.Absent()), 0));
    }

    @Test
    void writesNothingForAnUnchangedDataset() {
        store.commit(List.of(new PutDataset(ONE)));

        assertThat(store.commit(List.of(new PutDataset(ONE))))
                .isEqualTo(new Committed(List.of(new Outcome.Unchanged(1)), 1));
        assertThat(store.changesSince(0, 10)).hasSize(1);
    }

    @Test
    void revisesAndKeepsTheDayOfRegistration() {
        var registered = Instant.parse("2015-06-01T00:00:00.000001Z");
        var revised = ONE.with().title(LangText.zh("新名")).keywords(List.of("乙", "甲")).build();
        store.commit(List.of(new PutDataset(stamped(ONE, registered))));

        assertThat(store.commit(List.of(new PutDataset(revised))).outcomes())
                .containsExactly(new Outcome.Written(new ChangeEntry(2, NOW, Kind.REVISED, "1")));
        assertThat(store.dataset(ONE.id())).contains(stamped(revised, registered));
        assertThat(store.state(ONE.id())).isEqualTo(new DatasetState.Published(2));
        assertThat(store.datasets()).isEqualTo(1);
    }

    @Test
    void answersAConflictWhereSomebodyElseWasFirst() {
        var other = ONE.with().title(LangText.zh("別名")).build();
        store.commit(List.of(new PutDataset(ONE, OptionalLong.of(0)), new PutDataset(SampleDatasets.numbered(2))));

        assertThat(store.commit(List.of(
                                new PutDataset(other, OptionalLong.of(0)),
                                new WithdrawDataset(ONE.id(), NOW, "", OptionalLong.of(7)),
                                new PutDataset(other, OptionalLong.of(1))))
                        .outcomes())
                .containsExactly(
                        new Outcome.Conflict(0, 1),
                        new Outcome.Conflict(7, 1),
                        new Outcome.Written(new ChangeEntry(3, NOW, Kind.REVISED, "1")));
    }

    @Test
    void withdrawsWithATombstoneAndPublishesAgain() {
        var at = Instant.parse("2026-11-20T00:00:00Z");
        store.commit(List.of(new PutDataset(stamped(ONE, NOW)), new PutQuality(ONE.id(), quality("1"))));

        assertThat(store.commit(List.of(new WithdrawDataset(ONE.id(), at, "重複"))).outcomes())
                .containsExactly(new Outcome.Written(new ChangeEntry(3, at, Kind.WITHDRAWN, "1")));
        assertThat(store.state(ONE.id())).isEqualTo(new DatasetState.Withdrawn(3, at, "重複"));
        assertThat(store.dataset(ONE.id())).isEmpty();
        assertThat(store.quality(ONE.id())).isEmpty();
        assertThat(store.datasets()).isZero();
        assertThat(store.commit(List.of(new WithdrawDataset(ONE.id(), at, "再"))).outcomes())
                .containsExactly(new Outcome.Unchanged(3));

        store.commit(List.of(new PutDataset(ONE)));
        assertThat(store.state(ONE.id())).isEqualTo(new DatasetState.Published(4));
        assertThat(store.dataset(ONE.id())).contains(stamped(ONE, NOW));
        assertThat(store.datasets()).isEqualTo(1);
    }

    @Test
    void findsTheDatasetsThatHoldSomeBytes() {
        var bytes = Sha256.of(new byte[] {1, 2, 3});
        var two = SampleDatasets.numbered(2);
        store.commit(List.of(
                new PutDataset(ONE), new PutDataset(holding(two, bytes)), new PutDataset(holding(SampleDatasets.numbered(10), bytes))));

        assertThat(store.datasetsWith(bytes)).containsExactly(new DatasetId("10"), new DatasetId("2"));
        assertThat(store.datasetsWith(Sha256.of(new byte[] {1, 2}))).isEmpty();
        store.commit(List.of(new WithdrawDataset(two.id(), NOW, "停止"), new PutDataset(SampleDatasets.numbered(10))));
        assertThat(store.datasetsWith(bytes)).isEmpty();
    }

    private static Dataset holding(Dataset dataset, Sha256 bytes) {
        var held = dataset.distributions().getFirst().with().checksum(Optional.of(bytes)).build();
        return dataset.with()
                .distributions(List.of(held, dataset.distributions().getLast()))
                .build();
    }

    @Test
    void mergesThePublishersNameAndTheLastChangeIntoTheGraph() {
        store.commit(List.of(new PutAgency(SampleDatasets.AGENCY), new PutDataset(ONE)));
        var expected = DatasetRdf.write(stamped(ONE, NOW), IRIS);
        var agency = NodeFactory.createURI("https://data.example.tw/agencies/moenv");
        expected.add(agency, Terms.RDF_TYPE, Terms.FOAF_AGENT);
        expected.add(agency, Terms.FOAF_NAME, NodeFactory.createLiteralLang("環境部", "zh-Hant-TW"));
        expected.add(agency, Terms.FOAF_NAME, NodeFactory.createLiteralLang("Ministry of Environment", "en"));
        expected.add(
                NodeFactory.createURI("https://data.example.tw/datasets/1#record"),
                Terms.DCT_MODIFIED,
                NodeFactory.createLiteralDT(NOW.toString().replace("450Z", "45Z"), XSDDatatype.XSDdateTime));

        assertThat(store.graph(ONE.id()))
                .hasValueSatisfying(graph -> assertThat(graph.find().toList())
                        .containsExactlyInAnyOrderElementsOf(expected.find().toList()));
    }

    @Test
    void listsAgenciesByIdentifierAndSkipsUnchangedOnes() {
        var other = new Agency(new AgencyId("cwa"), LangText.zh("氣象署"), Optional.of("2.16"), List.of());

        assertThat(store.commit(List.of(
                                new PutAgency(SampleDatasets.AGENCY),
                                new PutAgency(other),
                                new PutAgency(SampleDatasets.AGENCY)))
                        .outcomes())
                .containsExactly(
                        new Outcome.Written(new ChangeEntry(1, NOW, Kind.AGENCY, "moenv")),
                        new Outcome.Written(new ChangeEntry(2, NOW, Kind.AGENCY, "cwa")),
                        new Outcome.Unchanged(0));
        assertThat(store.agencies()).containsExactly(other, SampleDatasets.AGENCY);
        assertThat(store.agency(other.id())).contains(other);
        assertThat(store.agency(new AgencyId("none"))).isEmpty();
    }

    @Test
    void keepsQualityApartFromTheDatasetsNumber() {
        store.commit(List.of(new PutDataset(ONE), new PutQuality(ONE.id(), quality("0.50"))));

        assertThat(store.state(ONE.id())).isEqualTo(new DatasetState.Published(1));
        assertThat(store.commit(List.of(new PutQuality(ONE.id(), quality("0.50")))).outcomes())
                .containsExactly(new Outcome.Unchanged(0));
        assertThat(store.commit(List.of(new PutQuality(ONE.id(), GraphFactory.createDefaultGraph()))).outcomes())
                .containsExactly(new Outcome.Written(new ChangeEntry(3, NOW, Kind.QUALITY, "1")));
        assertThat(store.quality(ONE.id())).isEmpty();
    }

    @Test
    void makesNoneOfTheChangesWhenOneCannotBeSaid() {
        var blank = GraphFactory.createDefaultGraph();
        blank.add(NodeFactory.createBlankNode(), MEASURED, NodeFactory.createLiteralString("x"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.commit(List.of(new PutDataset(ONE), new PutQuality(ONE.id(), blank))));
        assertThat(store.lastNumber()).isZero();
        assertThat(store.datasets()).isZero();
        assertThat(store.dataset(ONE.id())).isEmpty();
    }

    @Test
    void pagesThroughTheLog() {
        store.commit(IntStream.rangeClosed(1, 37).<Change>mapToObj(at -> new PutDataset(SampleDatasets.numbered(at))).toList());

        assertThat(store.lastNumber()).isEqualTo(37);
        assertThat(store.changesSince(35, 10)).extracting(ChangeEntry::number).containsExactly(36L, 37L);
        assertThat(store.changesSince(3, 2)).extracting(ChangeEntry::subject).containsExactly("4", "5");
        assertThat(store.changesSince(37, 10)).isEmpty();
        assertThat(store.changesSince(999, 10)).isEmpty();
    }

    @Test
    void walksDatasetsInTheOrderOfIdentifiersAndMayBeAskedMeanwhile() {
        store.commit(IntStream.of(30, 4, 100, 21).<Change>mapToObj(at -> new PutDataset(SampleDatasets.numbered(at))).toList());
        store.commit(List.of(new WithdrawDataset(new DatasetId("21"), NOW, "")));
        var seen = new ArrayList<String>();

        store.forEachDataset(dataset -> {
            assertThat(store.dataset(dataset.id())).contains(dataset);
            seen.add(dataset.id().value());
        });

        assertThat(seen).containsExactly("100", "30", "4");
    }

    private static Dataset stamped(Dataset dataset, Instant registered) {
        return dataset.with().registered(Optional.of(registered)).build();
    }

    private static Graph quality(String value) {
        var graph = GraphFactory.createDefaultGraph();
        graph.add(
                NodeFactory.createURI("https://data.example.tw/datasets/1/quality#label"),
                MEASURED,
                NodeFactory.createLiteralDT(value, XSDDatatype.XSDdecimal));
        return graph;
    }

    @Test
    void datasetsAreFoundByWhatIsSaidOfThem() {
        store.commit(List.of(new PutDataset(SampleDatasets.numbered(2)), new PutDataset(ONE)));

        var agency = IRIS.agency(SampleDatasets.AGENCY.id());
        assertThat(store.datasetsWith(Terms.DCT_PUBLISHER, agency)).containsExactly(new DatasetId("1"), new DatasetId("2"));
        assertThat(store.datasetsWith(Terms.DCT_PUBLISHER, URI.create("https://data.example.tw/agencies/none"))).isEmpty();
    }

    @Test
    void everyDatasetThatEverWasStandsWithItsLastChange() {
        store.commit(List.of(new PutDataset(SampleDatasets.numbered(2)), new PutDataset(ONE)));
        store.commit(List.of(new WithdrawDataset(new DatasetId("2"), NOW, "重複")));

        assertThat(store.standing())
                .containsExactly(
                        new ChangeEntry(2, NOW, Kind.REGISTERED, "1"), new ChangeEntry(3, NOW, Kind.WITHDRAWN, "2"));
    }

    @Test
    void aQuerySeesAllPublishedGraphsTogetherAndNotTheLog() {
        store.commit(List.of(new PutDataset(ONE), new PutAgency(SampleDatasets.AGENCY)));

        assertThat(ask("ASK { ?d <http://purl.org/dc/terms/publisher> ?a . ?a <http://xmlns.com/foaf/0.1/name> ?n }")).isTrue();
        for (var of : List.of("{ ?e <" + Terms.TST + "registered> ?d }", "{ ?e <" + Terms.TST + "registered>+ ?d }",
                "{ GRAPH ?g { ?e <" + Terms.TST + "registered> ?d } }", "{ GRAPH <urn:touchstone:changes> { ?s ?p ?o } }",
                "{ GRAPH <urn:x-arq:UnionGraph> { ?e <" + Terms.TST + "registered> ?d } }",
                "{ GRAPH <urn:x-arq:UnionGraph> { ?e <" + Terms.TST + "registered>+ ?d } }",
                "{ GRAPH <urn:touchstone:changes> { ?s (<urn:a>|!<urn:b>) ?o } }")) {
            assertThat(ask("ASK " + of)).as(of).isFalse();
        }
    }

    private boolean ask(String query) {
        return store.query(QueryFactory.create(query), QueryExec::ask);
    }
}
