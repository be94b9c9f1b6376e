package tw.touchstone.exchange.json;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tw.touchstone.model.Activity;
import tw.touchstone.model.Agent;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Period;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.Rights;

/// Writes what [DocumentationFields] and [FieldFields] read.
final class DocumentationWriter {

    private final JsonGenerator json;
    private final JsonMembers out;

    DocumentationWriter(JsonGenerator json) {
        this.json = json;
        this.out = new JsonMembers(json);
    }

    void write(Dataset dataset) {
        out.text("type", dataset.type().map(URI::toString));
        dataset.coverage().ifPresent(each -> out.object("coverage", () -> coverage(each)));
        dataset.provenance().ifPresent(each -> out.object("provenance", () -> provenance(each)));
        dataset.collection().ifPresent(each -> out.object("collection", () -> collection(each)));
        dataset.limits().ifPresent(each -> out.object("limits", () -> limits(each)));
        dataset.release().ifPresent(each -> out.object("release", () -> release(each)));
    }

    private void coverage(Coverage coverage) {
        coverage.box().ifPresent(box -> {
            json.writeArrayPropertyStart("bbox");
            for (var edge : List.of(box.west(), box.south(), box.east(), box.north())) {
                number(edge);
            }
            json.writeEndArray();
        });
        out.flag("nonSpatial", coverage.nonSpatial());
        out.text("temporalResolution", coverage.temporalResolution());
        coverage.spatialResolution().ifPresent(each -> {
            json.writeName("spatialResolution");
            number(each);
        });
        out.text("areaLevel", coverage.areaLevel().map(URI::toString));
    }

    private void number(BigDecimal number) {
        json.writeNumber(number.toPlainString());
    }

    private void provenance(Provenance provenance) {
        provenance.creator().ifPresent(each -> agent("creator", each));
        out.texts("statement", provenance.statement());
        out.list("sources", provenance.sources());
        out.list("derivedFrom", provenance.derivedFrom());
        out.texts("citation", provenance.citation());
        provenance.activity().ifPresent(each -> out.object("activity", () -> activity(each)));
    }

    private void activity(Activity activity) {
        activity.agent().ifPresent(each -> agent("agent", each));
        out.text("started", activity.started().map(Literals::text));
        out.text("ended", activity.ended().map(Literals::text));
        out.list("used", activity.used());
    }

    private void agent(String name, Agent agent) {
        switch (agent) {
            case Agent.Listed listed -> json.writeStringProperty(name, listed.agency().value());
            case Agent.Named named -> out.object(name, () -> out.texts("name", named.name()));
        }
    }

    private void collection(DataCollection collection) {
        out.texts("method", collection.method());
        out.list("types", collection.types());
        collection.timeframe().ifPresent(each -> period("timeframe", each));
        out.texts("preprocessing", collection.preprocessing());
        out.texts("manipulation", collection.manipulation());
        out.texts("imputation", collection.imputation());
        out.texts("deidentification", collection.deidentification());
        out.texts("missingData", collection.missingData());
    }

    void period(String name, Period period) {
        out.object(name, () -> {
            out.text("start", period.start().map(Object::toString));
            out.text("end", period.end().map(Object::toString));
        });
    }

    private void limits(Limits limits) {
        out.texts("biases", limits.biases());
        out.texts("limitations", limits.limitations());
        out.texts("personalData", limits.personalData());
        out.texts("useCases", limits.useCases());
        out.texts("socialImpact", limits.socialImpact());
        out.list("groupColumns", limits.groupColumns());
    }

    private void release(Release release) {
        out.text("version", release.version());
        out.texts("notes", release.notes());
        out.flag("live", release.live());
        out.texts("maintenance", release.maintenance());
    }

    void rights(Rights rights) {
        out.object("rights", () -> {
            out.texts("text", rights.statement());
            out.text("page", rights.page().map(URI::toString));
        });
    }

    void field(FieldDescription field) {
        json.writeStartObject();
        json.writeStringProperty("name", field.name());
        out.text("description", field.description());
        field.definition().ifPresent(this::definition);
        json.writeEndObject();
    }

    private void definition(FieldDefinition field) {
        out.texts("title", field.title());
        out.text("type", field.type().map(FieldType::code));
        out.text("unit", field.unit());
        out.text("codeList", field.codeList().map(URI::toString));
        out.list("nullMarkers", field.nullMarkers());
        out.flag("required", field.required());
        out.flag("key", field.key());
        field.references().ifPresent(each -> out.object("references", () -> {
            json.writeStringProperty("resource", each.resource().toString());
            json.writeStringProperty("field", each.field());
        }));
    }
}
