package tw.touchstone.server.history;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.history.Attribution;
import tw.touchstone.catalog.history.QualityHistory;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.scorecard.WantedScorecards;

/// The awards and totals of a dataset through time with the cause of each change, as a page, in JSON and in CSV.
@PageController
class HistoryController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final QualityHistory history;
    private final PublishedDatasets published;
    private final WantedScorecards wanted;
    private final HistoryViews views;

    HistoryController(Catalog catalog, PublishedDatasets published, WantedScorecards wanted, HistoryViews views) {
        this.history = catalog.judging().history();
        this.published = published;
        this.wanted = wanted;
        this.views = views;
    }

    /// A history, oldest moment first.
    ///
    /// @param between where two times were asked for: why the first verdict became the second
    record HistoryDocument(
            String dataset, String policy, List<HistoryItem> moments, Optional<List<HistoryItem.CauseItem>> between) {}

    @GetMapping(path = "/datasets/{id}/history", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @PathVariable String id,
            @RequestParam Optional<String> policy,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            Locale locale) {
        var dataset = published.require(id);
        var judged = wanted.policy(dataset, policy);
        var days = from.filter(text -> !text.isBlank()).isPresent() && to.filter(text -> !text.isBlank()).isPresent();
        var between = days ? between(dataset, judged, from, to) : Optional.<Attribution>empty();
        return new ModelAndView(
                "history/history",
                "history",
                views.of(
                        dataset,
                        judged,
                        history.moments(dataset, judged),
                        from.orElse(""),
                        to.orElse(""),
                        between,
                        days,
                        locale));
    }

    @GetMapping(path = "/datasets/{id}/history.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<HistoryDocument> json(
            @PathVariable String id,
            @RequestParam Optional<String> policy,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to) {
        var dataset = published.require(id);
        var judged = wanted.policy(dataset, policy);
        if (from.isPresent() != to.isPresent()) {
            throw Problem.badField(from.isPresent() ? "to" : "from", "from and to are given together");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new HistoryDocument(
                        dataset.value(),
                        judged,
                        history.moments(dataset, judged).stream()
                                .map(HistoryItem::of)
                                .toList(),
                        between(dataset, judged, from, to).map(HistoryItem::causes)));
    }

    /// One line for each cause of each moment; a moment without one has one line.
    @GetMapping(path = "/datasets/{id}/history.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @RequestParam Optional<String> policy) {
        var dataset = published.require(id);
        var judged = wanted.policy(dataset, policy);
        var lines = history.moments(dataset, judged).stream()
                .map(HistoryItem::of)
                .map(HistoryController::lines)
                .collect(Collectors.joining());
        var text = "at,award,score,scorecard,cause,from,to,difference\r\n" + lines;
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noCache())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Codes, numbers, instants and digests alone, none of which needs quotation marks.
    private static String lines(HistoryItem item) {
        var head = "%s,%s,%s,%s".formatted(item.at(), item.award(), number(item.score()), item.scorecard());
        return item.causes().isEmpty()
                ? head + ",,,,\r\n"
                : item.causes().stream()
                        .map(cause -> "%s,%s,%s,%s,%s\r\n"
                                .formatted(head, cause.cause(), cause.from(), cause.to(), number(cause.difference())))
                        .collect(Collectors.joining());
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private Optional<Attribution> between(
            DatasetId dataset, String policy, Optional<String> from, Optional<String> to) {
        return from.map(WantedScorecards::instant)
                .flatMap(first -> to.map(WantedScorecards::instant)
                        .flatMap(last -> history.between(dataset, policy, first, last)));
    }
}
