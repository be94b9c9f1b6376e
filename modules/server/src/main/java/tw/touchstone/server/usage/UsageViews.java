package tw.touchstone.server.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.server.finding.DatasetLists;
import tw.touchstone.server.layout.Counts;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Link;
import tw.touchstone.usage.DatasetTotal;
import tw.touchstone.usage.GroupTotal;
import tw.touchstone.usage.PeriodCounts;
import tw.touchstone.usage.Step;
import tw.touchstone.usage.Usage;
import tw.touchstone.usage.UsageDay;
import tw.touchstone.usage.UsageDefinition;

/// Makes the page of numbers.
@Component
class UsageViews {

    private static final int MOST_LINES = 400;

    private final Usage usage;
    private final Subjects subjects;
    private final MostUsed mostUsed;
    private final DatasetLists lists;
    private final Clock clock;

    UsageViews(Catalog catalog, Subjects subjects, MostUsed mostUsed, DatasetLists lists, Clock clock) {
        this.usage = catalog.usage();
        this.subjects = subjects;
        this.mostUsed = mostUsed;
        this.lists = lists;
        this.clock = clock;
    }

    LocalDate today() {
        return UsageDay.of(clock.instant());
    }

    UsageView of(Subject subject, Asked asked, boolean wrong, String language) {
        var all = asked.periods(subjects, subject);
        var periods = all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
        boolean whole = subject instanceof Subject.Whole;
        return new UsageView(
                subjects.link(subject, language),
                subject.kind(),
                subject.id(),
                Counts.of(subjects.totals(subject), subject.query()),
                Arrays.stream(Step.values()).map(UsageViews::key).toList(),
                key(asked.step()),
                asked.from().toString(),
                asked.to().toString(),
                wrong,
                UsageChart.of(periods, PeriodCounts::downloads),
                UsageChart.of(periods, PeriodCounts::views),
                periods.reversed().stream().map(UsageViews::line).toList(),
                whole ? years(subject) : List.of(),
                whole ? lists.newest(1, language).labels() : List.of(),
                whole ? tops(language) : List.of(),
                carried(subject),
                UsageDefinition.ours().version(),
                usage.robotListVersion(),
                usage.lost() == 0 ? "" : Figures.count(usage.lost()),
                "/api/v1/usage" + range(subject, asked),
                "/api/v1/usage.csv" + range(subject, asked));
    }

    private static String range(Subject subject, Asked asked) {
        var query = subject.query();
        return "%sby=%s&from=%s&to=%s"
                .formatted(query.isEmpty() ? "?" : query + "&", key(asked.step()), asked.from(), asked.to());
    }

    private static String key(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /// Every year since counting began, newest first.
    private List<UsageView.Line> years(Subject whole) {
        var today = today();
        var first = subjects.days(whole, Asked.FIRST, today).days().stream()
                .findFirst()
                .map(day -> day.day())
                .orElse(today);
        return new Asked(Step.YEAR, first, today)
                .periods(subjects, whole).reversed().stream().map(UsageViews::line).toList();
    }

    private static UsageView.Line line(PeriodCounts period) {
        return new UsageView.Line(
                period.name(),
                Figures.count(period.downloads()),
                Figures.count(period.machineDownloads()),
                Figures.count(period.views()),
                Figures.count(period.machineViews()),
                Figures.count(period.robotDownloads()),
                Figures.count(period.robotViews()),
                Figures.count(period.running()));
    }

    private List<UsageView.Top> tops(String language) {
        var most = mostUsed.lists();
        return Stream.of(
                        new UsageView.Top("usage.top.downloads", datasets(most.downloaded(), language)),
                        new UsageView.Top("usage.top.views", datasets(most.viewed(), language)),
                        new UsageView.Top("usage.top.agencies", groups(most.agencies(), language)),
                        new UsageView.Top("usage.top.themes", groups(most.themes(), language)))
                .filter(top -> !top.places().isEmpty())
                .toList();
    }

    private List<UsageView.Place> datasets(List<DatasetTotal> totals, String language) {
        return totals.stream()
                .map(each -> place(
                        subjects.dataset(each.dataset(), language),
                        new Subject.OfDataset(each.dataset()),
                        each.count()))
                .toList();
    }

    private List<UsageView.Place> groups(List<GroupTotal> totals, String language) {
        return totals.stream()
                .map(each ->
                        place(subjects.group(each.group(), language), new Subject.OfGroup(each.group()), each.count()))
                .toList();
    }

    private static UsageView.Place place(Link link, Subject subject, long count) {
        return new UsageView.Place(link, "/usage" + subject.query(), Figures.count(count));
    }

    private List<UsageView.Carried> carried(Subject subject) {
        return subject instanceof Subject.Whole
                ? usage.carriedOver().sources().stream()
                        .map(each -> new UsageView.Carried(
                                each.source(),
                                each.asOf().toString(),
                                Figures.count(each.downloads()),
                                Figures.count(each.views())))
                        .toList()
                : subjects.carriedOver(subject).stream()
                        .map(each -> new UsageView.Carried(
                                each.source(),
                                each.asOf().toString(),
                                Figures.count(each.downloads()),
                                Figures.count(each.views())))
                        .toList();
    }
}
