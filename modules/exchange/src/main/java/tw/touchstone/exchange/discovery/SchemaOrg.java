package tw.touchstone.exchange.discovery;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.Release;

/// A dataset as search engines read it from its page. (schema.org/Dataset in JSON-LD)
///
/// The text can stand inside a `script` element whatever strangers have written: `<`, `>` and `&` are escaped, so it can
/// neither end the element nor begin a comment. (HTML, section 4.12.1.3)
public final class SchemaOrg {

    /// What search engines read at most.
    private static final int LONGEST_DESCRIPTION = 5_000;

    private static final int MOST_FIELDS = 200;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Iris iris;
    private final Labels labels;

    private SchemaOrg(JsonGenerator json, Iris iris, Labels labels) {
        this.json = json;
        this.iris = iris;
        this.labels = labels;
    }

    /// Writes the document on one line.
    public static String write(Dataset dataset, Iris iris, Labels labels) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new SchemaOrg(json, iris, labels).dataset(dataset);
        }
        return text.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private void dataset(Dataset dataset) {
        json.writeStartObject();
        text("@context", "https://schema.org/");
        text("@type", "Dataset");
        text("@id", iris.dataset(dataset.id()).toString());
        text("url", iris.dataset(dataset.id()).toString());
        text("identifier", iris.dataset(dataset.id()).toString());
        text("name", dataset.title().best(LangText.ZH));
        text("alternateName", dataset.title().in(LangText.EN));
        text("description", cut(dataset.description().best(LangText.ZH)));
        list("keywords", dataset.keywords());
        list("inLanguage", dataset.language());
        text("dateModified", dataset.modified().map(Instant::toString));
        text("datePublished", dataset.issued().map(Instant::toString));
        text("temporalCoverage", dataset.temporal().map(SchemaOrg::interval));
        text("version", dataset.release().flatMap(Release::version));
        list("spatialCoverage", dataset.spatial().stream().map(URI::toString).toList());
        list("license", licences(dataset));
        dataset.publisher().ifPresent(agency -> {
            organisation("creator", iris.agency(agency), labels.agency(agency));
            organisation("publisher", iris.agency(agency), labels.agency(agency));
        });
        json.writeObjectPropertyStart("includedInDataCatalog");
        text("@type", "DataCatalog");
        text("@id", iris.catalog().toString());
        text("url", iris.base().toString());
        json.writeEndObject();
        list("variableMeasured", fields(dataset));
        json.writeArrayPropertyStart("distribution");
        dataset.distributions().forEach(this::distribution);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void organisation(String property, URI iri, LangText name) {
        json.writeObjectPropertyStart(property);
        text("@type", "GovernmentOrganization");
        text("@id", iri.toString());
        text("name", name.best(LangText.ZH));
        text("alternateName", name.in(LangText.EN));
        json.writeEndObject();
    }

    private void distribution(Distribution distribution) {
        json.writeStartObject();
        text("@type", "DataDownload");
        text("@id", iris.distribution(distribution.id()).toString());
        text("name", Optional.of(distribution.title().best(LangText.ZH)).filter(name -> !name.isEmpty()));
        text("contentUrl", distribution.url().map(URI::toString));
        text("encodingFormat", distribution.mediaType().or(() -> distribution.format().map(FileFormat::mediaType)));
        text("contentSize", distribution.byteSize().map(size -> size + " B"));
        text("sha256", distribution.checksum().map(digest -> digest.hex()));
        text("license", distribution.licence().map(URI::toString));
        json.writeEndObject();
    }

    private static List<String> licences(Dataset dataset) {
        return dataset.distributions().stream()
                .flatMap(each -> each.licence().map(URI::toString).stream())
                .distinct()
                .toList();
    }

    private static List<String> fields(Dataset dataset) {
        return dataset.distributions().stream()
                .flatMap(each -> each.fields().stream().map(FieldDescription::name))
                .distinct()
                .limit(MOST_FIELDS)
                .toList();
    }

    static String interval(Period period) {
        return period.start().map(LocalDate::toString).orElse("..")
                + "/"
                + period.end().map(LocalDate::toString).orElse("..");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DESCRIPTION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_DESCRIPTION - 1))) + "…";
    }

    private void text(String name, String value) {
        json.writeStringProperty(name, value);
    }

    private void text(String name, Optional<String> value) {
        value.ifPresent(each -> json.writeStringProperty(name, each));
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
