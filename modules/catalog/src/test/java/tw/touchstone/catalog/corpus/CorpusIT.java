package tw.touchstone.catalog.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.catalog.PublishedFiles;
import tw.touchstone.catalog.SettableClock;
import tw.touchstone.catalog.history.Attribution;
import tw.touchstone.catalog.history.Attribution.Share;
import tw.touchstone.catalog.history.Cause;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Scorecard;

/// What other datasets do to the scorecard of one, through publishing, the change log and the timekeeper.
class CorpusIT {

    private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");
    private static final DatasetId FIRST = new DatasetId("first");
    private static final DatasetId SECOND = new DatasetId("second");
    private static final String POLICY = "ai-ready-1";
    private static final LangText WORDS = LangText.zh("各捷運車站每月進出站人次，依票種與時段統計，由票證系統自動彙整，"
            + "自民國一百零二年起逐月累積，並附車站代碼以利與路線、時刻表及其他運輸統計資料串接，供運輸規劃與學術研究使用。");

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock(START);
    private Catalog catalog;

    @BeforeEach
    void open() {
        catalog = CatalogTests.open(home, clock);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aTwinThatComesAndGoesChangesTheFirstOneWithTheCorpusAsTheCause() {
        register(draft("first").description(WORDS).build());
        assertThat(outcome(FIRST, Metric.AIR_02)).isInstanceOf(Outcome.Passed.class);
        var alone = points();

        clock.pass(Duration.ofDays(1));
        register(draft("second").description(WORDS).build());
        assertThat(outcome(SECOND, Metric.AIR_02)).as("who comes later is judged at once").isInstanceOf(Outcome.Failed.class);
        clock.pass(Duration.ofSeconds(59));
        catalog.timekeeper().doDue();
        assertThat(points()).as("who was there is judged later").isEqualTo(alone);
        clock.pass(Duration.ofSeconds(1));
        catalog.timekeeper().doDue();
        assertThat(outcome(FIRST, Metric.AIR_02)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                        failed.evidence().finding().seen().in(LangText.EN))
                .contains("100 % like the description of second"));
        assertThat(points()).isEqualTo(alone - 40_000);

        // A restart finds the same twins without reading a single description again.
        catalog.close();
        catalog = CatalogTests.open(home, clock);
        clock.pass(Duration.ofDays(1));
        withdraw(SECOND);
        clock.pass(Duration.ofMinutes(1));
        catalog.timekeeper().doDue();
        assertThat(outcome(FIRST, Metric.AIR_02)).isInstanceOf(Outcome.Passed.class);
        assertThat(points()).isEqualTo(alone);

        var moments = catalog.judging().history().moments(FIRST, POLICY);
        assertThat(moments.stream().skip(1).map(each -> each.causes().map(Attribution::shares).orElseThrow()))
                .hasSize(2)
                .allSatisfy(shares -> assertThat(shares.stream().map(Share::cause)).containsExactly(Cause.CORPUS));
        var whole = catalog.judging().history()
                .between(FIRST, POLICY, moments.getFirst().scorecard().evaluatedAt(), clock.instant())
                .orElseThrow();
        assertThat(whole.before()).isEqualTo(whole.after());
        assertThat(whole.shares()).isEmpty();
    }

    @Test
    void whoeverCopiesADescriptionIsTheCauseOfItsOwnLoss() {
        register(draft("first").description(WORDS).build());
        register(draft("second").description(LangText.zh("公".repeat(30) + "車".repeat(31))).build());
        clock.pass(Duration.ofDays(1));
        var copied = catalog.store().dataset(SECOND).orElseThrow().with().description(WORDS).build();
        assertThat(catalog.publishing().revise(SECOND, copied, OptionalLong.empty(), CatalogTests.EDITOR))
                .isInstanceOf(Registration.Done.class);

        var last = catalog.judging().history().moments(SECOND, POLICY).getLast();
        assertThat(last.causes().orElseThrow().shares().stream().map(Share::cause)).containsExactly(Cause.METADATA);
        clock.pass(Duration.ofMinutes(1));
        catalog.timekeeper().doDue();
        assertThat(catalog.judging().history().moments(FIRST, POLICY).getLast().causes().orElseThrow().shares().stream()
                        .map(Share::cause))
                .as("the neighbour cannot help it")
                .containsExactly(Cause.CORPUS);
    }

    @Test
    void aSourceThatIsWithdrawnIsNoticedByWhoeverNamesIt() {
        register(draft("second").description(LangText.zh("來源。")).build());
        var named = Iris.LOCAL.dataset(SECOND);
        register(draft("first")
                .description(WORDS)
                .provenance(Optional.of(new Provenance(
                        Optional.empty(), WORDS, List.of(named), List.of(), LangText.NONE, Optional.empty())))
                .build());
        assertThat(outcome(FIRST, Metric.AIR_04)).isInstanceOf(Outcome.Passed.class);

        clock.pass(Duration.ofDays(1));
        withdraw(SECOND);
        clock.pass(Duration.ofMinutes(1));
        catalog.timekeeper().doDue();

        assertThat(outcome(FIRST, Metric.AIR_04)).isInstanceOf(Outcome.Failed.class);
        assertThat(catalog.judging().history().moments(FIRST, POLICY).getLast().causes().orElseThrow().shares().stream()
                        .map(Share::cause))
                .containsExactly(Cause.CORPUS);
    }

    @Test
    void aPreviewKnowsTheTwinThatPublishingWouldFind() {
        register(draft("first").description(WORDS).build());
        var draft = draft("second").description(WORDS).build();
        var previewed = catalog.previews().judge(draft, Optional.empty(), Map.of());

        register(draft);

        assertThat(previewed.scorecards().stream().filter(each -> each.policy().id().equals(POLICY)))
                .singleElement()
                .isEqualTo(scorecard(SECOND));
        assertThat(outcome(FIRST, Metric.AIR_02)).as("a preview tells nobody").isInstanceOf(Outcome.Passed.class);
    }

    private Dataset.Builder draft(String id) {
        return new PublishedFiles(catalog).draft(id, Optional.empty()).with();
    }

    private void register(Dataset draft) {
        new PublishedFiles(catalog).register(draft);
    }

    private void withdraw(DatasetId dataset) {
        assertThat(catalog.publishing().withdraw(dataset, "合併", CatalogTests.EDITOR))
                .isInstanceOf(Registration.Done.class);
    }

    private Scorecard scorecard(DatasetId dataset) {
        return catalog.judging().evaluations().current(dataset, POLICY).orElseThrow();
    }

    private long points() {
        return scorecard(FIRST).points().orElseThrow().earned().tenThousandths();
    }

    private Outcome outcome(DatasetId dataset, Metric metric) {
        return scorecard(dataset).outcome(metric).orElseThrow();
    }
}
