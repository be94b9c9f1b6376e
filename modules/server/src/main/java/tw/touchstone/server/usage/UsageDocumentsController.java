package tw.touchstone.server.usage;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.usage.CarriedTotals;
import tw.touchstone.usage.PeriodCounts;
import tw.touchstone.usage.Step;
import tw.touchstone.usage.Totals;
import tw.touchstone.usage.Usage;
import tw.touchstone.usage.UsageDay;
import tw.touchstone.usage.UsageDefinition;

/// The same numbers for programs, in JSON and CSV. Every answer names the version of both the
/// definition and the robot list, and how many events could not be written down.
@RestController
class UsageDocumentsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String DEFINITION = "usage/definition.json";
    private static final UsageDefinition DEFINED = UsageDefinition.ours();
    private static final String INDICATOR = "SDG 16.5.1";

    private final Usage usage;
    private final Subjects subjects;
    private final MostUsed mostUsed;
    private final String base;
    private final Clock clock;

    UsageDocumentsController(Catalog catalog, Subjects subjects, MostUsed mostUsed, Clock clock) {
        this.usage = catalog.usage();
        this.subjects = subjects;
        this.mostUsed = mostUsed;
        this.base = catalog.settings().iris().base().toString();
        this.clock = clock;
    }

    /// By what the numbers were counted.
    ///
    /// @param lost events that could not be written down since the start of the process
    record CountedBy(String definition, String definitionUrl, String robotList, long lost, Instant at) {}

    record SubjectItem(String kind, String id) {}

    /// Totals that another system counted, apart from ours.
    record CarriedItem(String source, LocalDate asOf, long views, long downloads, String definition) {}

    /// @param indicator where the periods are the years of the whole catalogue, whose downloads are that indicator
    record UsageDocument(
            CountedBy countedBy,
            SubjectItem subject,
            Totals totals,
            String by,
            LocalDate from,
            LocalDate to,
            List<PeriodCounts> periods,
            Optional<String> indicator,
            List<CarriedItem> carriedOver) {}

    /// A place in a list of the most used.
    record PlaceItem(String id, long count) {}

    /// The most used of the last thirty days.
    record MostUsedDocument(
            CountedBy countedBy,
            List<PlaceItem> downloadedDatasets,
            List<PlaceItem> viewedDatasets,
            List<PlaceItem> downloadedAgencies,
            List<PlaceItem> downloadedThemes) {}

    /// What a request asks for.
    private record Wanted(Subject subject, Asked asked) {}

    @GetMapping(path = "/api/v1/usage", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UsageDocument> json(HttpServletRequest request) {
        var wanted = wanted(request);
        var subject = wanted.subject();
        var asked = wanted.asked();
        boolean whole = subject instanceof Subject.Whole;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new UsageDocument(
                        countedBy(),
                        new SubjectItem(subject.kind(), subject.id()),
                        subjects.totals(subject),
                        name(asked.step()),
                        asked.from(),
                        asked.to(),
                        asked.periods(subjects, subject),
                        Optional.of(INDICATOR).filter(any -> whole && asked.step() == Step.YEAR),
                        carriedOver(subject)));
    }

    private List<CarriedItem> carriedOver(Subject subject) {
        return subject instanceof Subject.Whole
                ? usage.carriedOver().sources().stream().map(UsageDocumentsController::item).toList()
                : subjects.carriedOver(subject).stream()
                        .map(each -> new CarriedItem(
                                each.source(), each.asOf(), each.views(), each.downloads(), "unknown"))
                        .toList();
    }

    private static CarriedItem item(CarriedTotals.SourceTotal total) {
        return new CarriedItem(total.source(), total.asOf(), total.views(), total.downloads(), "unknown");
    }

    /// One line for each period; the versions stand in every line, so that a line cut out still says what it is.
    @GetMapping("/api/v1/usage.csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        var wanted = wanted(request);
        var tail = ",%s,%s,%s,%s\r\n"
                .formatted(
                        wanted.subject().kind(),
                        wanted.subject().id(),
                        DEFINED.version(),
                        usage.robotListVersion());
        var head = "period,first,views,downloads,machineViews,machineDownloads,robotViews,robotDownloads,running,"
                + "subject,id,definition,robotList\r\n";
        // Codes, numbers and days alone, none of which needs quotation marks.
        var lines = wanted.asked().periods(subjects, wanted.subject()).stream()
                .map(each -> "%s,%s,%d,%d,%d,%d,%d,%d,%d"
                                .formatted(
                                        each.name(),
                                        each.first(),
                                        each.views(),
                                        each.downloads(),
                                        each.machineViews(),
                                        each.machineDownloads(),
                                        each.robotViews(),
                                        each.robotDownloads(),
                                        each.running())
                        + tail)
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noCache())
                .body((head + lines).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/api/v1/usage/top", produces = MediaType.APPLICATION_JSON_VALUE)
    MostUsedDocument top(HttpServletRequest request) {
        Parameters.of(request, Set.of());
        var most = mostUsed.lists();
        return new MostUsedDocument(
                countedBy(),
                most.downloaded().stream()
                        .map(each -> new PlaceItem(each.dataset().value(), each.count()))
                        .toList(),
                most.viewed().stream()
                        .map(each -> new PlaceItem(each.dataset().value(), each.count()))
                        .toList(),
                most.agencies().stream()
                        .map(each -> new PlaceItem(each.group().code(), each.count()))
                        .toList(),
                most.themes().stream()
                        .map(each -> new PlaceItem(each.group().code(), each.count()))
                        .toList());
    }

    private CountedBy countedBy() {
        return new CountedBy(
                DEFINED.version(),
                base + DEFINITION,
                usage.robotListVersion(),
                usage.lost(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private Wanted wanted(HttpServletRequest request) {
        var parameters = Parameters.of(
                request, Set.of("dataset", "distribution", "agency", "theme", "by", "from", "to"));
        var step = parameters.constant("by", Step.class).orElse(Step.DAY);
        var to = parameters.day("to").orElseGet(() -> UsageDay.of(clock.instant()));
        var from = parameters.day("from");
        var asked = from.map(first -> new Asked(step, first, to)).orElseGet(() -> Asked.usual(step, to));
        if (!asked.isPossible()) {
            throw Problem.badField(
                    from.isPresent() ? "from" : "to",
                    "from is not after to, both are of the years 1970 to 2199, and there are at most %d periods"
                            .formatted(Asked.MOST));
        }
        return new Wanted(subject(parameters), asked);
    }

    private Subject subject(Parameters parameters) {
        var named = new LinkedHashMap<String, String>();
        for (var name : Subject.PARAMETERS) {
            parameters.one(name).ifPresent(value -> named.put(name, value));
        }
        if (named.size() > 1) {
            throw Problem.badField(named.lastEntry().getKey(), "numbers are of one thing at a time");
        }
        return subjects.find(named)
                .orElseThrow(() -> Problem.in(
                        HttpStatus.NOT_FOUND,
                        named.firstEntry().getKey(),
                        "there is no such " + named.firstEntry().getKey()));
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
