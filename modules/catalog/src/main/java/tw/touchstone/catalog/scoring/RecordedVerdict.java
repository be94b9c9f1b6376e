package tw.touchstone.catalog.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.Observations;

/// What the national quality engine recorded of a dataset's links, kept beside the data as `{id}.[dq].json`.
///
/// Only the links are taken from it: what it says of the bytes is for comparison, not for our verdict.
final class RecordedVerdict {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private RecordedVerdict() {}

    /// The recorded observations; none where there is no record.
    static Observations observations(Path folder, Dataset dataset) {
        var links = new ArrayList<Observations.Observed>();
        file(folder).flatMap(RecordedVerdict::resources).ifPresent(recorded -> dataset.distributions()
                .forEach(distribution -> distribution
                        .url()
                        .flatMap(url -> standing(url, recorded, dataset.distributions().size() == 1))
                        .ifPresent(link -> links.add(
                                new Observations.Observed(distribution.id(), Optional.of(link), Optional.empty())))));
        return new Observations(dataset.id(), DatasetFacts.NONE, links);
    }

    private static Optional<Path> file(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().endsWith(".[dq].json"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<JsonNode> resources(Path file) {
        try {
            return Optional.of(JSON.readTree(Files.readAllBytes(file)).at("/data/result/resources"))
                    .filter(JsonNode::isObject);
        } catch (JacksonException e) {
            throw new Descriptions.Unreadable(file + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<LinkStanding> standing(URI url, JsonNode recorded, boolean only) {
        var exact = recorded.optional(url.toString());
        var resource = exact.isEmpty() && only ? recorded.valueStream().findFirst() : exact;
        return resource.map(each -> each.path("resource"))
                .filter(each -> each.path("linkable").isNumber())
                .map(each -> standing(url, each));
    }

    private static LinkStanding standing(URI url, JsonNode resource) {
        var verdict =
                switch (resource.path("linkable").asInt()) {
                    case 1 -> LinkVerdict.OK;
                    case 0 -> LinkVerdict.BROKEN;
                    default -> LinkVerdict.UNDECIDED;
                };
        return LinkStanding.of(LinkProbe.bodiless(checked(resource), url, List.of(), verdict, "recorded"));
    }

    private static Instant checked(JsonNode resource) {
        try {
            return LocalDateTime.parse(resource.path("check_time").asString(""), TIME)
                    .atZone(ZoneId.of("Asia/Taipei"))
                    .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
