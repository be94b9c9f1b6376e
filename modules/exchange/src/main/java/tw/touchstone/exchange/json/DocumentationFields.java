package tw.touchstone.exchange.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tw.touchstone.model.Activity;
import tw.touchstone.model.Agent;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Period;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.Rights;

/// Reads how a dataset came about and what it is good for.
final class DocumentationFields {

    static final String IRI_ZH = "不是有效的 IRI";
    static final String IRI_EN = "is no valid IRI";
    static final String DAY_ZH = "不是日期，例如 2026-01-31";
    static final String DAY_EN = "is no date such as 2026-01-31";

    private static final Pattern DURATION = Pattern.compile(
            "P(?!$)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,6}(\\.\\d{1,9})?S)?)?");

    private final TermLookup terms;
    private final Errors errors;

    DocumentationFields(TermLookup terms, Errors errors) {
        this.terms = terms;
        this.errors = errors;
    }

    Dataset.Builder read(Fields fields, Dataset.Builder into) {
        return into.type(fields.value("type", terms::datasetType, "不是已知的資料集類型", "is no known dataset type"))
                .coverage(part(fields, "coverage", this::coverage))
                .provenance(part(fields, "provenance", this::provenance))
                .collection(part(fields, "collection", this::collection))
                .limits(part(fields, "limits", DocumentationFields::limits))
                .release(part(fields, "release", DocumentationFields::release));
    }

    /// An object of which every member is asked for.
    private static <T> Optional<T> part(Fields fields, String name, Function<Fields, T> reader) {
        return fields.object(name).map(object -> {
            var read = reader.apply(object);
            object.end();
            return read;
        });
    }

    private Coverage coverage(Fields fields) {
        return new Coverage(
                box(fields),
                fields.flag("nonSpatial"),
                fields.value(
                        "temporalResolution",
                        text -> Optional.of(text).filter(each -> DURATION.matcher(each).matches()),
                        "不是 ISO 8601 期間，例如 P1M 或 PT10M",
                        "is no ISO 8601 duration such as P1M or PT10M"),
                resolution(fields),
                fields.value("areaLevel", terms::areaLevel, "不是已知的行政區層級", "is no known administrative level"));
    }

    private Optional<BigDecimal> resolution(Fields fields) {
        var metres = fields.decimal("spatialResolution");
        if (metres.filter(each -> each.signum() <= 0).isPresent()) {
            fields.error("spatialResolution", "須為大於零的公尺數", "must be a number of metres above zero");
        }
        return metres;
    }

    private Optional<BoundingBox> box(Fields fields) {
        if (fields.get("bbox").isEmpty()) {
            return Optional.empty();
        }
        var degrees = fields.list("bbox", (node, at) -> Fields.decimal(node, at, errors));
        var box = degrees.size() == 4
                ? Optional.of(new BoundingBox(degrees.get(0), degrees.get(1), degrees.get(2), degrees.get(3)))
                        .filter(BoundingBox::isValid)
                : Optional.<BoundingBox>empty();
        if (box.isEmpty()) {
            fields.error(
                    "bbox",
                    "須為四個度數：西經度、南緯度、東經度、北緯度，例如 [119, 21, 123, 26]",
                    "must be four degrees, west, south, east and north, such as [119, 21, 123, 26]");
        }
        return box;
    }

    private Provenance provenance(Fields fields) {
        return new Provenance(
                agent(fields, "creator"),
                fields.langText("statement"),
                fields.values("sources", Literals::iri, IRI_ZH, IRI_EN),
                fields.values("derivedFrom", Literals::iri, IRI_ZH, IRI_EN),
                fields.langText("citation"),
                part(fields, "activity", this::activity));
    }

    private Activity activity(Fields fields) {
        return new Activity(
                agent(fields, "agent"),
                fields.value("started", Literals::instant, DatasetFields.DATE_ZH, DatasetFields.DATE_EN),
                fields.value("ended", Literals::instant, DatasetFields.DATE_ZH, DatasetFields.DATE_EN),
                fields.values("used", Literals::iri, IRI_ZH, IRI_EN));
    }

    /// An agency by slug, name or IRI; somebody else as `{"name": {…}}`.
    private Optional<Agent> agent(Fields fields, String name) {
        if (fields.get(name).filter(Node.Obj.class::isInstance).isEmpty()) {
            return fields.value(name, terms::agency, "不是已知的機關", "is no known agency").map(Agent.Listed::new);
        }
        var named = part(fields, name, each -> each.langText("name")).orElse(LangText.NONE);
        if (named.isEmpty()) {
            fields.error(name, "須有名稱", "a name is required");
            return Optional.empty();
        }
        return Optional.of(new Agent.Named(named));
    }

    private DataCollection collection(Fields fields) {
        return new DataCollection(
                fields.langText("method"),
                fields.values("types", terms::collectionType, "不是已知的蒐集方式", "is no known collection type"),
                part(fields, "timeframe", DocumentationFields::period),
                fields.langText("preprocessing"),
                fields.langText("manipulation"),
                fields.langText("imputation"),
                fields.langText("deidentification"),
                fields.langText("missingData"));
    }

    static Period period(Fields fields) {
        return new Period(
                fields.value("start", Literals::day, DAY_ZH, DAY_EN), fields.value("end", Literals::day, DAY_ZH, DAY_EN));
    }

    private static Limits limits(Fields fields) {
        return new Limits(
                fields.langText("biases"),
                fields.langText("limitations"),
                fields.langText("personalData"),
                fields.langText("useCases"),
                fields.langText("socialImpact"),
                fields.list("groupColumns", fields::text));
    }

    private static Release release(Fields fields) {
        return new Release(
                fields.text("version").map(String::strip).filter(text -> !text.isEmpty()),
                fields.langText("notes"),
                fields.flag("live"),
                fields.langText("maintenance"));
    }

    /// The statement of rights of a distribution.
    static Optional<Rights> rights(Fields distribution) {
        return part(
                distribution,
                "rights",
                fields -> new Rights(
                        fields.langText("text"),
                        fields.value("page", Literals::url, DatasetFields.URL_ZH, DatasetFields.URL_EN)));
    }
}
