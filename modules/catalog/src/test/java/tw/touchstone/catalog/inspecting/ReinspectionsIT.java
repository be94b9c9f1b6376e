package tw.touchstone.catalog.inspecting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.DirectoryArchive;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.catalog.Home;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.store.Change;

/// A home whose file was looked at by an inspector that could not read it yet.
@Timeout(120)
class ReinspectionsIT {

    private static final String POLICY = "label-114";
    private static final DatasetId DATASET = new DatasetId("held");
    private static final byte[] BYTES = "站名,數量\n甲,1\n乙,2\n丙,3\n".getBytes(UTF_8);
    private static final Sha256 DIGEST = Sha256.of(BYTES);
    private static final ByteFacts EARLIER = facts(DIGEST, "1");

    @TempDir
    private Path folder;

    private byte[] judged = {};

    private static ByteFacts facts(Sha256 digest, String inspector) {
        return new ByteFacts(
                digest,
                BYTES.length,
                inspector,
                new Extent.Whole(),
                FileFormat.UNKNOWN,
                "nothing known fits",
                Optional.empty(),
                new Content.Opaque(),
                Optional.empty());
    }

    /// Publishes a file, and then puts the facts of an earlier inspector in the place of the present one's.
    @BeforeEach
    void holdAFileThatAnEarlierInspectorLookedAt() {
        try (var catalog = CatalogTests.open(folder)) {
            var distribution = new DistributionId(DATASET, 1);
            var dataset = Dataset.of(DATASET, new SourceRef(SourceRef.NATIONAL, "held"), LangText.zh("題"))
                    .distributions(List.of(Distribution.of(distribution)
                            .format(Optional.of(FileFormat.CSV))
                            .build()))
                    .build();
            catalog.store().commit(List.of(new Change.PutDataset(dataset)));
            catalog.publishing().upload(distribution, new ByteArrayInputStream(BYTES), CatalogTests.ADMINISTRATOR);
            judged = scorecard(catalog).orElseThrow();
        }
        onTheHome((database, archive) -> {
            keep(database, archive, EARLIER);
            // Of a file that is not kept here, as of those behind links.
            keep(database, archive, facts(Sha256.of(new byte[] {1}), "2"));
            database.change(sql -> sql.execute("delete from byte_facts where inspector = ?", Inspector.VERSION));
        });
    }

    @Test
    void earlierFactsStandUntilTheBytesWereLookedAtAgain() {
        onTheHome((database, archive) -> {
            var index = new FactsIndex(database, archive);
            assertThat(index.facts(DIGEST)).isEmpty();
            assertThat(index.facts(List.of(DIGEST))).isEqualTo(Map.of(DIGEST, EARLIER));

            keep(database, archive, facts(DIGEST, "2"));
            assertThat(index.facts(List.of(DIGEST))).isEqualTo(Map.of(DIGEST, facts(DIGEST, "2")));
            // Version 10 came after version 9.
            index.keep(facts(DIGEST, Inspector.VERSION));
            keep(database, archive, facts(DIGEST, "1000"));
            assertThat(index.facts(List.of(DIGEST))).isEqualTo(Map.of(DIGEST, facts(DIGEST, Inspector.VERSION)));
            assertThat(index.facts(DIGEST)).contains(facts(DIGEST, Inspector.VERSION));
        });
    }

    @Test
    void earlierFactsThatNobodyCanReadAnyMoreAreNone() {
        onTheHome((database, archive) -> {
            var document = archive.put("{\"said\":\"in other words\"}".getBytes(UTF_8));
            database.change(sql -> sql.execute("update byte_facts set facts = ?", document.hex()));

            assertThat(new FactsIndex(database, archive).facts(List.of(DIGEST))).isEmpty();
        });
    }

    @Test
    void whatIsKeptHereIsQueuedOnceAndInspectedOnce() {
        onTheHome((database, archive) -> {
            var jobs = new JobQueue(database, Clock.systemUTC());
            var index = new FactsIndex(database, archive);
            var judgedAnew = new ArrayList<DatasetId>();
            var again = new Reinspections(
                    index,
                    archive,
                    jobs,
                    digest -> index.keep(inspected(archive.read(digest).orElseThrow())),
                    digest -> digest.equals(DIGEST) ? List.of(DATASET) : List.of(),
                    judgedAnew::add);

            again.resume();
            again.resume();
            var job = jobs.claim(List.of(Reinspections.JOB)).orElseThrow();
            assertThat(job.subject()).isEqualTo(DIGEST.hex());
            assertThat(jobs.claim(List.of(Reinspections.JOB))).isEmpty();
            again.inspect(job.subject());
            jobs.done(job);

            assertThat(judgedAnew).containsExactly(DATASET);
            assertThat(index.facts(DIGEST).map(ByteFacts::format)).contains(FileFormat.CSV);
            again.resume();
            assertThat(jobs.claim(List.of(Reinspections.JOB))).isEmpty();
        });
    }

    @Test
    void aCatalogueThatIsOpenedInspectsAndJudgesAnew() {
        onTheHome((database, archive) -> database.change(sql -> sql.execute("delete from scorecard")));

        try (var catalog = CatalogTests.open(folder)) {
            while (catalog.jobs().isOpen(Reinspections.JOB, DIGEST.hex())) {
                Thread.onSpinWait();
            }
            assertThat(scorecard(catalog)).hasValueSatisfying(again -> assertThat(again).isEqualTo(judged));
            assertThat(catalog.inspections().facts(DIGEST).inspector()).isEqualTo(Inspector.VERSION);
        }
    }

    private static ByteFacts inspected(byte[] bytes) {
        return ((Inspection.Inspected) new Inspector().inspect(ByteSource.of(bytes))).facts();
    }

    private static Optional<byte[]> scorecard(Catalog catalog) {
        return catalog.judging().evaluations().document(DATASET, POLICY, Optional.empty());
    }

    private static void keep(Database database, Archive archive, ByteFacts facts) {
        var document = archive.put(QualityJson.write(facts));
        database.change(sql -> sql.execute(
                "insert into byte_facts (digest, inspector, facts) values (?, ?, ?)",
                facts.digest().hex(),
                facts.inspector(),
                document.hex()));
    }

    @FunctionalInterface
    private interface Use {
        void of(Database database, Archive archive);
    }

    private void onTheHome(Use use) {
        var home = new Home(folder);
        try (var database = Database.open(home.database());
                var archive = DirectoryArchive.open(home.archive())) {
            use.of(database, archive);
        }
    }
}
