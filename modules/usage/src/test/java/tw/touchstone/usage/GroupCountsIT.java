package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.usage.Events.AIR;
import static tw.touchstone.usage.Events.AIR_CSV;
import static tw.touchstone.usage.Events.ANNA;
import static tw.touchstone.usage.Events.BEN;
import static tw.touchstone.usage.Events.BUS;
import static tw.touchstone.usage.Events.NOON;
import static tw.touchstone.usage.Events.download;
import static tw.touchstone.usage.Events.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.DatasetId;

/// Counts of agencies and themes.
class GroupCountsIT {

    private static final Group MOENV = new Group(Group.Sort.AGENCY, "moenv");
    private static final Group MOTC = new Group(Group.Sort.AGENCY, "motc");
    private static final Group CLIMATE = new Group(Group.Sort.THEME, "climate");
    private static final Group TRAFFIC = new Group(Group.Sort.THEME, "traffic");
    private static final Instant NEXT_DAY = NOON.plus(Duration.ofDays(1));

    @TempDir
    Path home;

    @Test
    void sumsTheDatasetsOfAnAgencyAndOfEachTheme() {
        try (var usage = open(NOON)) {
            usage.count(view(NOON, AIR, ANNA));
            usage.count(download(NOON, AIR_CSV, ANNA));
            usage.count(view(NOON, BUS, BEN));
            usage.groups().assign(as(Map.of(AIR, Set.of(MOENV, CLIMATE), BUS, Set.of(MOTC, CLIMATE, TRAFFIC))));

            assertThat(usage.groups().totals(MOENV)).isEqualTo(usage.totals(AIR));
            assertThat(usage.groups().totals(TRAFFIC)).isEqualTo(usage.totals(BUS));
            assertThat(usage.groups().totals(CLIMATE)).isEqualTo(usage.catalogue());
            assertThat(usage.groups().totals(new Group(Group.Sort.AGENCY, "climate"))).isEqualTo(Totals.NONE);
            assertThat(usage.groups().top(Group.Sort.THEME, Kind.VIEW, 5, LocalDate.EPOCH))
                    .containsExactly(new GroupTotal(CLIMATE, 2), new GroupTotal(TRAFFIC, 1));
            assertThat(usage.groups().top(Group.Sort.AGENCY, Kind.DOWNLOAD, 5, LocalDate.EPOCH))
                    .containsExactly(new GroupTotal(MOENV, 1));
        }
    }

    @Test
    void leavesThePastWhereItWasWhenADatasetMovesAndOneThatIsWithdrawnToo() {
        try (var usage = open(NOON)) {
            usage.count(view(NOON, AIR, ANNA));
            usage.groups().assign(as(Map.of(AIR, Set.of(MOENV))));
        }
        try (var usage = open(NEXT_DAY)) {
            usage.count(view(NEXT_DAY, AIR, ANNA));
            usage.count(view(NEXT_DAY, AIR, BEN));
            usage.groups().assign(as(Map.of(AIR, Set.of(MOTC))));
        }
        try (var usage = open(NEXT_DAY)) {
            assertThat(usage.groups().totals(MOENV).views()).isEqualTo(1);
            assertThat(usage.groups().totals(MOTC).views()).isEqualTo(2);
            usage.count(view(NEXT_DAY.plusSeconds(99), AIR, ANNA));
            usage.groups().assign(dataset -> Optional.empty());
        }
        try (var usage = open(NEXT_DAY)) {
            assertThat(usage.groups().totals(MOTC).views()).isEqualTo(3);
            usage.recompute(new RobotList("strict", Set.of("firefox"), Set.of()));
            assertThat(usage.groups().totals(MOTC)).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0, 0, 3, 0));
        }
    }

    @Test
    void asksOnlyForWhatWasCountedAndAfterAKillOnceMore() throws IOException {
        var asked = new HashSet<DatasetId>();
        Function<DatasetId, Optional<Set<Group>>> noting = dataset -> {
            asked.add(dataset);
            return Optional.of(Set.of(MOENV));
        };
        try (var usage = open(NOON)) {
            usage.groups().assign(noting);
            assertThat(asked).isEmpty();
            usage.count(view(NOON, AIR, ANNA));
            usage.groups().assign(noting);
            assertThat(asked).containsExactly(AIR);
            asked.clear();
            usage.groups().assign(noting);
            assertThat(asked).isEmpty();
        }
        // As after a kill: the events are there, the line is not, or only half of it.
        for (var left : List.of("", "20778\t4044")) {
            Files.writeString(home.resolve("belongings.tsv"), left);
            try (var usage = open(NOON.plus(Duration.ofDays(9)))) {
                usage.groups().assign(noting);
                assertThat(asked).containsExactly(AIR);
                assertThat(usage.groups().totals(MOENV).views()).isEqualTo(1);
            }
            assertThat(Files.readString(home.resolve("belongings.tsv"))).isEqualTo("20787\t40448\tagency:moenv\n");
        }
    }

    @Test
    void passesLinesOverThatItCannotRead() throws IOException {
        try (var usage = open(NOON)) {
            usage.count(view(NOON, AIR, ANNA));
            usage.groups().assign(as(Map.of(AIR, Set.of(MOENV))));
        }
        Files.writeString(
                home.resolve("belongings.tsv"),
                "x\t40448\tagency:motc\n20779\t../\tagency:motc\n20779\t40448\tcolour:red\n\n",
                StandardOpenOption.APPEND);
        try (var usage = open(NOON)) {
            assertThat(usage.groups().totals(MOENV).views()).isEqualTo(1);
            assertThat(usage.groups().totals(MOTC)).isEqualTo(Totals.NONE);
        }
    }

    @Test
    void keepsTheOrderOfTheFileWhenTheClockJumpsBack() {
        try (var usage = open(NEXT_DAY)) {
            usage.count(view(NEXT_DAY, AIR, ANNA));
            usage.groups().assign(as(Map.of(AIR, Set.of(MOENV))));
        }
        for (int run = 0; run < 2; run++) {
            try (var usage = open(NOON)) {
                usage.count(view(NOON.plusSeconds(60L * run), AIR, ANNA));
                usage.groups().assign(as(Map.of(AIR, Set.of(MOTC))));
                assertThat(usage.groups().totals(MOTC).views()).isEqualTo(run + 2);
                assertThat(usage.groups().totals(MOENV).views()).isZero();
            }
        }
    }

    @Test
    void keepsWhatOthersCountedApart() {
        var day = LocalDate.parse("2018-06-30");
        try (var usage = open(NOON)) {
            usage.carriedOver().replace("old portal", List.of(new CarriedOver(AIR, 1, 2, "old portal", day)));
            usage.carriedOver()
                    .replace(
                            "old portal",
                            List.of(
                                    new CarriedOver(AIR, 100, 20, "old portal", day),
                                    new CarriedOver(BUS, 3, 4, "old portal", day)));
            usage.carriedOver().replace("another", List.of(new CarriedOver(AIR, 7, 8, "another", day)));
        }
        try (var usage = open(NOON)) {
            assertThat(usage.carriedOver().of(AIR))
                    .containsExactly(
                            new CarriedOver(AIR, 7, 8, "another", day), new CarriedOver(AIR, 100, 20, "old portal", day));
            assertThat(usage.carriedOver().sources())
                    .containsExactly(
                            new CarriedTotals.SourceTotal("another", day, 1, 7, 8),
                            new CarriedTotals.SourceTotal("old portal", day, 2, 103, 24));
            assertThat(usage.totals(AIR)).isEqualTo(Totals.NONE);
            assertThat(usage.catalogue()).isEqualTo(Totals.NONE);
        }
    }

    private LoggedUsage open(Instant now) {
        return LoggedUsage.open(home, Events.ROBOTS, Events.at(now));
    }

    private static Function<DatasetId, Optional<Set<Group>>> as(Map<DatasetId, Set<Group>> groups) {
        return dataset -> Optional.ofNullable(groups.get(dataset));
    }
}
