package tw.touchstone.exchange.json;

import java.io.StringWriter;
import java.net.URI;
import java.util.Collection;
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
import tw.touchstone.model.Sha256;

/// Writes the document that [DatasetFields] reads.
final class DatasetWriter {

    private static final JsonFactory COMPACT = new JsonFactory();

    private final JsonGenerator json;
    private final JsonMembers out;
    private final DocumentationWriter documentation;

    private DatasetWriter(JsonGenerator json) {
        this.json = json;
        this.out = new JsonMembers(json);
        this.documentation = new DocumentationWriter(json);
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

    static String line(Dataset dataset) {
        var text = new StringWriter();
        try (var json = COMPACT.createGenerator(ObjectWriteContext.empty(), text)) {
            new DatasetWriter(json).dataset(dataset);
        }
        return text.toString();
    }

    private void dataset(Dataset dataset) {
        json.writeStartObject();
        json.writeStringProperty("id", dataset.id().value());
        out.texts("title", dataset.title());
        out.texts("description", dataset.description());
        out.text("publisher", dataset.publisher().map(AgencyId::value));
        out.list("keywords", dataset.keywords());
        out.list("themes", dataset.themes());
        out.text("frequency", dataset.frequency().map(Frequency::code));
        out.text("accessRights", dataset.accessRights().map(URI::toString));
        out.text("issued", dataset.issued().map(Literals::text));
        out.text("modified", dataset.modified().map(Literals::text));
        dataset.temporal().ifPresent(period -> documentation.period("temporal", period));
        out.list("spatial", dataset.spatial());
        out.list("language", dataset.language());
        dataset.contact().ifPresent(contact -> {
            json.writeObjectPropertyStart("contact");
            out.text("name", contact.name());
            out.text("email", contact.email());
            out.text("phone", contact.phone());
            json.writeEndObject();
        });
        out.text("landingPage", dataset.landingPage().map(URI::toString));
        out.list("conformsTo", dataset.conformsTo());
        documentation.write(dataset);
        if (!dataset.distributions().isEmpty()) {
            json.writeArrayPropertyStart("distributions");
            dataset.distributions().forEach(this::distribution);
            json.writeEndArray();
        }
        out.map("nationalFields", dataset.nationalFields());
        json.writeEndObject();
    }

    private void distribution(Distribution distribution) {
        json.writeStartObject();
        json.writeStringProperty("id", distribution.id().toString());
        out.texts("title", distribution.title());
        out.texts("description", distribution.description());
        out.text("accessUrl", distribution.accessUrl().map(URI::toString));
        out.text("downloadUrl", distribution.downloadUrl().map(URI::toString));
        out.text("format", distribution.format().map(FileFormat::code));
        out.text("mediaType", distribution.mediaType());
        out.text("encoding", distribution.encoding());
        out.text("licence", distribution.licence().map(URI::toString));
        fields(distribution.fields());
        distribution.byteSize().ifPresent(size -> json.writeNumberProperty("byteSize", size));
        out.text("checksum", distribution.checksum().map(Sha256::hex));
        out.text("modified", distribution.modified().map(Literals::text));
        out.text("issued", distribution.issued().map(Literals::text));
        distribution.rights().ifPresent(documentation::rights);
        out.map("nationalFields", distribution.nationalFields());
        json.writeEndObject();
    }

    private void fields(Collection<FieldDescription> fields) {
        if (!fields.isEmpty()) {
            json.writeArrayPropertyStart("fields");
            fields.forEach(documentation::field);
            json.writeEndArray();
        }
    }
}
