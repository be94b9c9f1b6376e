package tw.touchstone.exchange.national;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tw.touchstone.exchange.catalogue.NationalExport;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.NationalFrequency;
import tw.touchstone.vocabulary.Vocabularies;

/// Writes a dataset as the national portal's interface shows one. (跨平臺介接規範, version 2: 資料集詮釋資料)
///
/// What the portal keeps and we do not is left out; [NationalReading] reads back what it may be sent. Thread-safe.
public final class NationalRecord {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final Vocabularies vocabularies;
    private final Function<AgencyId, Optional<Agency>> agencies;

    public NationalRecord(Vocabularies vocabularies, Function<AgencyId, Optional<Agency>> agencies) {
        this.vocabularies = vocabularies;
        this.agencies = agencies;
    }

    /// Writes the record, one JSON object.
    ///
    /// @param changed when the record changed last
    public void write(Dataset dataset, Label label, Instant changed, JsonGenerator json) {
        json.writeStartObject();
        text(json, "datasetId", dataset.id().value());
        text(json, "identifier", extra(dataset, Extra.IDENTIFIER).orElse(dataset.source().identifier()));
        text(json, "title", dataset.title().best(LangText.ZH));
        text(json, "description", dataset.description().best(LangText.ZH));
        text(json, "categoryService", dataset.themes().stream()
                .flatMap(theme -> vocabularies.services().byIri(theme).stream())
                .map(Concept::notation)
                .findFirst()
                .orElse(""));
        text(json, "categoryTheme", dataset.themes().stream()
                .flatMap(theme -> vocabularies.themes().byIri(theme).stream())
                .map(Concept::notation)
                .findFirst()
                .or(() -> extra(dataset, Extra.THEME))
                .orElse(""));
        extra(json, dataset, Extra.PROPERTY);
        text(json, "type", extra(dataset, Extra.TYPE).orElse("rawData"));
        text(json, "license", licence(dataset));
        text(json, "cost", extra(dataset, Extra.COST).map(NationalRecord::cost).orElse(""));
        extra(json, dataset, Extra.COST_URL);
        extra(json, dataset, Extra.COST_LAW);
        extra(json, dataset, Extra.PROVIDER);
        text(json, "publisherOID", publisher(dataset));
        extra(json, dataset, Extra.ORGANIZATION_CODE);
        text(json, "publisherContactName", dataset.contact().flatMap(ContactPoint::name).orElse(""));
        text(json, "publisherContactPhone", dataset.contact().flatMap(ContactPoint::phone).orElse(""));
        text(json, "publisherContactEmail", dataset.contact().flatMap(ContactPoint::email).orElse(""));
        frequency(json, dataset);
        extra(json, dataset, Extra.DETECT_FREQUENCY);
        text(json, "dataQuality", label.displayName().best(LangText.ZH));
        text(json, "coverageStartedDate", day(dataset.temporal().flatMap(Period::start)));
        text(json, "coverageEndedDate", day(dataset.temporal().flatMap(Period::end)));
        text(json, "publishedDate", dataset.issued()
                .or(dataset::registered)
                .map(at -> at.atZone(TAIPEI).toLocalDate().toString())
                .orElse(""));
        text(json, "modifiedDate", NationalExport.time(dataset.modified().orElse(changed)));
        text(json, "spatialCoverage", spatial(dataset));
        text(json, "language", String.join(",", dataset.language()));
        text(json, "relatedUrl", dataset.landingPage().map(URI::toString).orElse(""));
        json.writeArrayPropertyStart("keyword");
        dataset.keywords().forEach(json::writeString);
        json.writeEndArray();
        text(json, "notes", extra(dataset, Extra.NOTES).orElse(""));
        json.writeArrayPropertyStart("distribution");
        dataset.distributions().forEach(each -> write(each, changed, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static Optional<String> extra(Dataset dataset, Extra extra) {
        return Optional.ofNullable(dataset.nationalFields().get(extra.field()));
    }

    private static void extra(JsonGenerator json, Dataset dataset, Extra extra) {
        extra(dataset, extra).ifPresent(value -> text(json, extra.member(), value));
    }

    private static String cost(String charging) {
        return switch (charging) {
            case "免費" -> "free";
            case "付費" -> "paid";
            default -> charging;
        };
    }

    /// The portal numbers licences; the only number that is published is that of the Open Government Data License.
    private String licence(Dataset dataset) {
        return dataset.distributions().stream()
                .flatMap(each -> each.licence().stream())
                .findFirst()
                .map(iri -> vocabularies
                        .licences()
                        .byIri(iri)
                        .map(known -> known.notation().equals("ogdl-1") ? "1" : known.notation())
                        .orElse(iri.toString()))
                .orElse("");
    }

    private String publisher(Dataset dataset) {
        return dataset.publisher()
                .flatMap(agencies)
                .map(agency -> agency.oid().orElse(agency.id().value()) + "|" + agency.name().best(LangText.ZH))
                .orElse("");
    }

    private String spatial(Dataset dataset) {
        return dataset.spatial().isEmpty()
                ? extra(dataset, Extra.SPATIAL).orElse("")
                : dataset.spatial().stream()
                        .map(area -> vocabularies
                                .areas()
                                .byIri(area)
                                .map(known -> known.label().best(LangText.ZH))
                                .orElse(area.toString()))
                        .collect(Collectors.joining("、"));
    }

    private static void frequency(JsonGenerator json, Dataset dataset) {
        switch (dataset.frequency().orElse(new Frequency.Irregular())) {
            case Frequency.Every(int count, ChronoUnit unit) -> {
                json.writeObjectPropertyStart("updateFrequency");
                text(json, "regularupdate", "1");
                text(json, "Frequency", Integer.toString(count));
                text(json, "unittime", NationalFrequency.unit(unit));
                json.writeEndObject();
            }
            case Frequency.Irregular none ->
                text(json, "updateFrequency", dataset.frequency().isPresent() ? NationalFrequency.text(none) : "");
            case Frequency.Never never -> text(json, "updateFrequency", NationalFrequency.text(never));
        }
    }

    private static void write(Distribution distribution, Instant changed, JsonGenerator json) {
        json.writeStartObject();
        text(json, "resourceId", distribution.id().toString());
        text(json, "resourceDescription", Optional.of(distribution.description().best(LangText.ZH))
                .filter(each -> !each.isEmpty())
                .orElse(distribution.title().best(LangText.ZH)));
        json.writeArrayPropertyStart("resourceField");
        distribution.fields().forEach(field -> {
            json.writeStartObject();
            text(json, "name", field.name());
            text(json, "description", field.description().orElse(""));
            json.writeEndObject();
        });
        json.writeEndArray();
        text(json, "resourceFormat", distribution.format().map(FileFormat::display).orElse(""));
        text(json, "resourceCharacterEncoding", distribution.encoding().orElse(""));
        text(json, "resourceModifiedDate", NationalExport.time(distribution.modified().orElse(changed)));
        text(json, "resourceDownloadUrl", distribution.url().map(URI::toString).orElse(""));
        for (var name : ResourceReading.EXTRAS) {
            var field = ResourceReading.field(name);
            Optional.ofNullable(distribution.nationalFields().get(field)).ifPresent(value -> text(json, name, value));
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) {
        json.writeStringProperty(name, value);
    }

    /// The members that the portal sets itself: they may be sent back and change nothing.
    static final List<String> SET_HERE = List.of(
            "datasetId", "datasetid", "dataQuality", "publishedDate", "modifiedDate", "success");
}
