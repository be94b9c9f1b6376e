package tw.touchstone.exchange.json;

import java.io.StringWriter;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;

/// Writes the document that [DatasetFields] reads.
final class DatasetWriter {

    private final JsonGenerator json;

    private DatasetWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(Dataset dataset) {
        var text = new StringWriter();
        var indented = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (var json = new JsonFactory().createGenerator(indented, text)) {
            new DatasetWriter(json).dataset(dataset);
        }
        return text.toString();
    }

    private void dataset(Dataset dataset) {
        json.writeStartObject();
        json.writeStringProperty("id", dataset.id().value());
        texts("title", dataset.title());
        texts("description", dataset.description());
        text("publisher", dataset.publisher().map(AgencyId::value));
        list("keywords", dataset.keywords());
        list("themes", dataset.themes());
        text("frequency", dataset.frequency().map(Frequency::code));
        text("accessRights", dataset.accessRights().map(URI::toString));
        text("issued", dataset.issued().map(Literals::text));
        text("modified", dataset.modified().map(Literals::text));
        dataset.temporal().ifPresent(period -> {
            json.writeObjectPropertyStart("temporal");
            text("start", period.start().map(Object::toString));
            text("end", period.end().map(Object::toString));
            json.writeEndObject();
        });
        list("spatial", dataset.spatial());
        list("language", dataset.language());
        dataset.contact().ifPresent(contact -> {
            json.writeObjectPropertyStart("contact");
            text("name", contact.name());
            text("email", contact.email());
            text("phone", contact.phone());
            json.writeEndObject();
        });
        text("landingPage", dataset.landingPage().map(URI::toString));
        list("conformsTo", dataset.conformsTo());
        if (!dataset.distributions().isEmpty()) {
            json.writeArrayPropertyStart("distributions");
            dataset.distributions().forEach(this::distribution);
            json.writeEndArray();
        }
        map("nationalFields", dataset.nationalFields());
        json.writeEndObject();
    }

    private void distribution(Distribution distribution) {
        json.writeStartObject();
        json.writeStringProperty("id", distribution.id().toString());
        texts("title", distribution.title());
        texts("description", distribution.description());
        text("accessUrl", distribution.accessUrl().map(URI::toString));
        text("downloadUrl", distribution.downloadUrl().map(URI::toString));
        text("format", distribution.format().map(FileFormat::code));
        text("mediaType", distribution.mediaType());
        text("encoding", distribution.encoding());
        text("licence", distribution.licence().map(URI::toString));
        fields(distribution.fields());
        distribution.byteSize().ifPresent(size -> json.writeNumberProperty("byteSize", size));
        text("checksum", distribution.checksum().map(Sha256::hex));
        text("modified", distribution.modified().map(Literals::text));
        map("nationalFields", distribution.nationalFields());
        json.writeEndObject();
    }

    private void fields(Collection<FieldDescription> fields) {
        if (fields.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("fields");
        for (var field : fields) {
            json.writeStartObject();
            json.writeStringProperty("name", field.name());
            text("description", field.description());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, LangText text) {
        map(name, text.byLanguage());
    }

    private void map(String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            json.writeObjectPropertyStart(name);
            texts.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }

    private void text(String name, Optional<String> value) {
        value.ifPresent(text -> json.writeStringProperty(name, text));
    }

    private void list(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(value -> json.writeString(value.toString()));
            json.writeEndArray();
        }
    }
}
