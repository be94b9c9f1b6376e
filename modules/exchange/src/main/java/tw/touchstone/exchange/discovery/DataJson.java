package tw.touchstone.exchange.discovery;

import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;

/// The catalogue as `data.json`, dataset by dataset. (Project Open Data Metadata Schema 1.1, also called DCAT-US 1.1)
///
/// Where a dataset lacks what that schema demands, the catalogue stands in: its address to write to for a contact, the
/// agency's name for keywords, the day of registration for that of the last change. For one thread.
public final class DataJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Iris iris;
    private final Labels labels;
    private final String email;

    /// Begins the document.
    ///
    /// @param email whom to write to about datasets that name nobody
    public DataJson(OutputStream out, Iris iris, Labels labels, String email) {
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), out);
        this.iris = iris;
        this.labels = labels;
        this.email = email;
        json.writeStartObject();
        text("@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld");
        text("@id", iris.base() + "data.json");
        text("@type", "dcat:Catalog");
        text("conformsTo", "https://project-open-data.cio.gov/v1.1/schema");
        text("describedBy", "https://project-open-data.cio.gov/v1.1/schema/catalog.json");
        json.writeArrayPropertyStart("dataset");
    }

    /// Adds a dataset.
    ///
    /// @param changed when its record changed last
    public void write(Dataset dataset, Instant changed) {
        var publisher = dataset.publisher().map(labels::agency).map(name -> name.best(LangText.ZH)).orElse("不明");
        json.writeStartObject();
        text("@type", "dcat:Dataset");
        text("identifier", iris.dataset(dataset.id()).toString());
        text("title", dataset.title().best(LangText.ZH));
        text("description", Optional.of(dataset.description().best(LangText.ZH)).filter(each -> !each.isEmpty())
                .orElse(dataset.title().best(LangText.ZH)));
        list("keyword", dataset.keywords().isEmpty() ? List.of(publisher) : dataset.keywords());
        text("modified", dataset.modified().orElse(changed).toString());
        text("issued", dataset.issued().map(Instant::toString));
        text("accessLevel", "public");
        json.writeObjectPropertyStart("publisher");
        text("@type", "org:Organization");
        text("name", publisher);
        json.writeEndObject();
        contact(dataset.contact(), publisher);
        text("license", dataset.distributions().stream()
                .flatMap(each -> each.licence().map(URI::toString).stream())
                .findFirst());
        text("landingPage", dataset.landingPage().map(URI::toString));
        text("temporal", dataset.temporal().filter(each -> each.start().isPresent() && each.end().isPresent())
                .map(SchemaOrg::interval));
        text("accrualPeriodicity", dataset.frequency().map(DataJson::frequency));
        list("language", dataset.language());
        list("theme", dataset.themes().stream()
                .flatMap(theme -> labels.theme(theme).map(name -> name.best(LangText.ZH)).stream())
                .toList());
        if (!dataset.distributions().isEmpty()) {
            json.writeArrayPropertyStart("distribution");
            dataset.distributions().forEach(this::distribution);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String frequency(Frequency frequency) {
        return frequency instanceof Frequency.Every every ? "R/" + every.code() : "irregular";
    }

    private void contact(Optional<ContactPoint> contact, String publisher) {
        json.writeObjectPropertyStart("contactPoint");
        text("@type", "vcard:Contact");
        text("fn", contact.flatMap(ContactPoint::name).orElse(publisher));
        text("hasEmail", "mailto:" + contact.flatMap(ContactPoint::email).orElse(email));
        json.writeEndObject();
    }

    private void distribution(Distribution distribution) {
        json.writeStartObject();
        text("@type", "dcat:Distribution");
        text("title", Optional.of(distribution.title().best(LangText.ZH)).filter(each -> !each.isEmpty()));
        text("description", Optional.of(distribution.description().best(LangText.ZH)).filter(each -> !each.isEmpty()));
        text("downloadURL", distribution.downloadUrl().map(URI::toString));
        text("accessURL", distribution.accessUrl().map(URI::toString));
        text("mediaType", distribution.mediaType().or(() -> distribution.format().map(FileFormat::mediaType)));
        text("format", distribution.format().map(FileFormat::display));
        json.writeEndObject();
    }

    /// Ends the document; one that is not ended is no JSON.
    public void end() {
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
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
