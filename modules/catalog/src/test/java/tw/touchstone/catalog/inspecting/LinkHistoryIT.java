package tw.touchstone.catalog.inspecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.DirectoryArchive;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.LinkStanding.Decided;
import tw.touchstone.model.fact.LinkStanding.Undecided;
import tw.touchstone.model.fact.LinkVerdict;

class LinkHistoryIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final URI URL = URI.create("https://data.example/1.csv");
    private static final DistributionId ID = new DistributionId(new DatasetId("41568"), 1);

    @TempDir
    private Path home;

    private Database database;
    private Archive archive;
    private LinkHistory history;

    @BeforeEach
    void open() {
        database = Database.open(home.resolve("touchstone.sqlite"));
        archive = DirectoryArchive.open(home.resolve("archive"));
        history = new LinkHistory(database, archive);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
        archive.close();
    }

    private void reopen() throws Exception {
        close();
        open();
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static Sha256 bytes(int content) {
        return Sha256.of(new byte[] {(byte) content});
    }

    private static LinkProbe ok(int day, int content) {
        return new LinkProbe(
                day(day), URL, List.of(), LinkVerdict.OK, "answered", new TreeMap<>(), Optional.of(bytes(content)), Optional.of(1L), false);
    }

    private static LinkProbe bad(int day, LinkVerdict verdict, String reason) {
        return new LinkProbe(
                day(day), URL, List.of(), verdict, reason, new TreeMap<>(), Optional.of(bytes(99)), Optional.of(1L), false);
    }

    private KnownLink known() {
        return Optional.ofNullable(history.of(List.of(ID.dataset())).get(ID)).orElseThrow();
    }

    @Test
    void sameAnswersLeaveTheStandingAndAreNothingToJudge() throws Exception {
        assertThat(history.observe(ID, ok(1, 1), true)).isFalse();
        reopen();
        assertThat(history.observe(ID, ok(2, 1), true)).isTrue();

        assertThat(known())
                .isEqualTo(new KnownLink(
                        LinkStanding.of(ok(1, 1)), day(2), Optional.of(bytes(1)), Optional.of(day(1))));
    }

    @Test
    void whatIsUndecidedKeepsTheVerdictTheBytesAndWhenItWasDecided() throws Exception {
        history.observe(ID, ok(1, 1), true);
        history.observe(ID, ok(3, 1), true);
        reopen();
        var busy = bad(5, LinkVerdict.UNDECIDED, "status-503");
        assertThat(history.observe(ID, busy, false)).isFalse();
        assertThat(history.observe(ID, bad(6, LinkVerdict.UNDECIDED, "timeout"), false)).isTrue();

        assertThat(known())
                .isEqualTo(new KnownLink(
                        new LinkStanding(
                                Optional.of(new Decided(day(1), ok(1, 1))),
                                Optional.of(new Undecided(Optional.of(day(3)), busy))),
                        day(6),
                        Optional.of(bytes(1)),
                        Optional.of(day(1))));
    }

    @Test
    void theBodyOfAnErrorIsNoSnapshot() {
        history.observe(ID, bad(1, LinkVerdict.BROKEN, "status-404"), true);
        assertThat(known().snapshot()).isEmpty();
        assertThat(known().changed()).isEmpty();
        history.observe(ID, ok(2, 1), false);
        assertThat(known().changed()).contains(day(2));
        history.observe(ID, bad(3, LinkVerdict.BROKEN, "status-404"), true);
        assertThat(known().snapshot()).contains(bytes(1));
    }

    @Test
    void onlyNewBytesOfTheDeclaredFormatAreAChange() {
        history.observe(ID, ok(1, 1), false);
        assertThat(known().changed()).as("the first counts, whatever it is").contains(day(1));
        assertThat(history.observe(ID, ok(2, 2), false)).as("other bytes are judged").isFalse();
        assertThat(known().changed()).contains(day(1));
        history.observe(ID, ok(3, 3), true);
        assertThat(known().changed()).contains(day(3));
        history.observe(ID, ok(4, 1), true);
        assertThat(known().changed()).as("old bytes came back").contains(day(3));
        assertThat(known().snapshot()).contains(bytes(1));
    }

    @Test
    void keepsSoManyObservationsAndForgetsTheDocumentsOfOlderOnes() {
        for (int day = 1; day <= LinkHistory.KEPT + 2; day++) {
            history.observe(ID, ok(day, 1), true);
        }
        var kept = history.observations(ID);
        assertThat(kept).hasSize(LinkHistory.KEPT);
        assertThat(kept.getFirst()).isEqualTo(ok(LinkHistory.KEPT + 2, 1));
        assertThat(kept.getLast()).isEqualTo(ok(3, 1));
        assertThat(known().standing()).isEqualTo(LinkStanding.of(ok(1, 1)));
        assertThat(archive.contains(Sha256.of(tw.touchstone.quality.QualityJson.write(ok(2, 1))))).isFalse();
        assertThat(archive.contains(Sha256.of(tw.touchstone.quality.QualityJson.write(ok(3, 1))))).isTrue();
    }
}
