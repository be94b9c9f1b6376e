package tw.touchstone.exchange.json;

import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.SourceRef;

/// Reads the fields of a dataset document.
final class DatasetFields {

    static final String URL_ZH = "不是有效的網址(http、https 或 ftp，特殊字元須以 % 編碼)";
    static final String URL_EN = "is no valid http, https or ftp URL (special characters must be %-encoded)";
    static final String DATE_ZH = "不是日期或時間，例如 2026-01-31 或 2026-01-31T09:00:00+08:00";
    static final String DATE_EN = "is no date or time such as 2026-01-31 or 2026-01-31T09:00:00+08:00";

    private final TermLookup terms;
    private final Errors errors;

    DatasetFields(TermLookup terms, Errors errors) {
        this.terms = terms;
        this.errors = errors;
    }

    DatasetReading read(Fields fields, DatasetId suggestedId) {
        var id = fields.value(
                        "id",
                        text -> Optional.of(text).filter(DatasetId::isValid).map(DatasetId::new),
                        "不是有效的資料集代碼(1 至 64 個英數字、點、底線或連字號)",
                        "is no valid dataset identifier (1 to 64 letters, digits, '.', '_' or '-')")
                .orElse(suggestedId);
        var title = fields.langText("title");
        if (title.isEmpty()) {
            fields.error("title", "須有標題", "a title is required");
        }
        var distributions = new DistributionFields(id, terms, errors);
        var dataset = Dataset.of(id, new SourceRef(SourceRef.LOCAL, id.value()), title)
                .description(fields.langText("description"))
                .publisher(fields.value("publisher", terms::agency, "不是已知的機關", "is no known agency"))
                .keywords(fields.list("keywords", fields::text))
                .themes(fields.values("themes", terms::theme, "不是已知的主題或服務分類", "is no known theme or service class"))
                .frequency(fields.value(
                        "frequency",
                        Frequency::parse,
                        "不是更新頻率，例如 P1Y、PT10M、irregular 或 never",
                        "is no update frequency such as P1Y, PT10M, irregular or never"))
                .accessRights(fields.value(
                        "accessRights", terms::accessRight, "不是已知的取用權限", "is no known access right"))
                .issued(fields.value("issued", Literals::instant, DATE_ZH, DATE_EN))
                .modified(fields.value("modified", Literals::instant, DATE_ZH, DATE_EN))
                .temporal(fields.object("temporal").map(each -> {
                    var period = DocumentationFields.period(each);
                    each.end();
                    return period;
                }))
                .spatial(fields.values("spatial", terms::area, "不是已知的地區", "is no known area"))
                .language(fields.values(
                        "language", Literals::languageTag, "不是語言代碼，例如 zh-Hant-TW", "is no language tag such as zh-Hant-TW"))
                .contact(fields.object("contact").flatMap(DatasetFields::contact))
                .landingPage(fields.value("landingPage", Literals::url, URL_ZH, URL_EN))
                .conformsTo(fields.values("conformsTo", Literals::iri, "不是有效的 IRI", "is no valid IRI"))
                .distributions(distributions.read(fields))
                .nationalFields(fields.object("nationalFields").map(Fields::texts).orElse(Map.of()));
        new DocumentationFields(terms, errors).read(fields, dataset);
        fields.end();
        return errors.isEmpty()
                ? new DatasetReading.Read(dataset.build(), distributions.files())
                : new DatasetReading.Refused(errors.found());
    }

    private static Optional<ContactPoint> contact(Fields fields) {
        var contact = new ContactPoint(fields.text("name"), fields.text("email"), fields.text("phone"));
        fields.end();
        boolean known = contact.name().isPresent()
                || contact.email().isPresent()
                || contact.phone().isPresent();
        return known ? Optional.of(contact) : Optional.empty();
    }
}
