package tw.touchstone.exchange.catalogue;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.NationalFrequency;
import tw.touchstone.vocabulary.Vocabularies;

/// Writes datasets as rows of the national portal's bulk export: 22 columns in their official order. Thread-safe.
///
/// What was imported from such a file and is exported again is read as the same datasets, but for the label: that
/// is always ours. What the columns cannot say is left out: other languages, other themes than the service class,
/// distributions without an address. Cells of CSV are guarded against being taken for formulas, and [CatalogueFile]
/// reads them back.
public final class NationalExport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Taipei"));

    private static final String PROVISION = "資料提供屬性";
    private static final String QUALITY = "品質檢測";

    /// With the doubled character that the portal's files have.
    private static final String LISTING = "資資料集上架方式";

    private static final List<String> COLUMNS = List.of(
            "資料集識別碼",
            "資料集名稱",
            PROVISION,
            "服務分類",
            QUALITY,
            "檔案格式",
            "資料下載網址",
            "編碼格式",
            LISTING,
            "資料集描述",
            "主要欄位說明",
            "提供機關",
            "更新頻率",
            "授權方式",
            "相關網址",
            "計費方式",
            "提供機關聯絡人姓名",
            "提供機關聯絡人電話",
            "上架日期",
            "詮釋資料更新時間",
            "備註",
            "資料量");

    private final Labels labels;
    private final Vocabularies vocabularies;

    public NationalExport(Labels labels, Vocabularies vocabularies) {
        this.labels = labels;
        this.vocabularies = vocabularies;
    }

    /// The first line of a CSV file, byte order mark included.
    public static String header() {
        return "\uFEFF" + line(COLUMNS);
    }

    /// The dataset's line of a CSV file, line end included. (RFC 4180)
    public String csv(Dataset dataset, Label label) {
        return line(cells(dataset, label).stream().map(FormulaGuard::guarded).toList());
    }

    /// Writes the dataset as an object with the columns as members.
    public void json(Dataset dataset, Label label, JsonGenerator json) {
        var cells = cells(dataset, label);
        json.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            json.writeStringProperty(COLUMNS.get(i), cells.get(i));
        }
        json.writeEndObject();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(NationalExport::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(each -> each == '"' || each == ',' || each == '\r' || each == '\n')
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }

    private List<String> cells(Dataset dataset, Label label) {
        var national = dataset.nationalFields();
        var contact = dataset.contact();
        boolean fromPortal = dataset.source().source().equals(SourceRef.NATIONAL);
        var listed = dataset.distributions().stream()
                .filter(each -> each.url().isPresent())
                .toList();
        var refused = refused(dataset);
        return List.of(
                fromPortal ? dataset.source().identifier() : dataset.id().value(),
                dataset.title().best(LangText.ZH),
                national.getOrDefault(PROVISION, ""),
                or(
                        dataset.themes().stream()
                                .flatMap(theme -> service(theme).stream())
                                .findFirst(),
                        national,
                        Column.SERVICE),
                quality(label),
                list(listed, refused, national, Column.FORMATS, NationalExport::format),
                urls(listed, refused),
                list(listed, refused, national, Column.ENCODINGS, each -> each.encoding().orElse("")),
                national.getOrDefault(Column.LISTING.officialName(), ""),
                or(text(dataset.description()), national, Column.DESCRIPTION),
                Optional.ofNullable(national.get(Column.FIELDS.officialName()))
                        .orElseGet(() -> fields(dataset)),
                dataset.publisher().map(agency -> labels.agency(agency).best(LangText.ZH)).orElse(""),
                or(dataset.frequency().map(NationalFrequency::text), national, Column.FREQUENCY),
                or(licence(dataset), national, Column.LICENCE),
                Optional.ofNullable(national.get(Column.LANDING_PAGE.officialName()))
                        .or(() -> dataset.landingPage().map(URI::toString))
                        .orElse(""),
                national.getOrDefault(Column.CHARGE.officialName(), ""),
                or(contact.flatMap(ContactPoint::name), national, Column.CONTACT_NAME),
                or(contact.flatMap(ContactPoint::phone), national, Column.CONTACT_PHONE),
                or(listed(dataset, fromPortal).map(TIME::format), national, Column.ISSUED),
                or(dataset.modified().map(TIME::format), national, Column.MODIFIED),
                national.getOrDefault(Column.REMARK.officialName(), ""),
                list(listed, refused, national, Column.AMOUNTS, each ->
                        each.nationalFields().getOrDefault(Column.AMOUNTS.officialName(), "")));
    }

    /// What the portal lists had a day on which it did; of others it is the day of registration.
    private static Optional<Instant> listed(Dataset dataset, boolean fromPortal) {
        return fromPortal ? dataset.issued() : dataset.issued().or(dataset::registered);
    }

    private static String or(Optional<String> value, Map<String, String> national, Column column) {
        return value.orElseGet(() -> national.getOrDefault(column.officialName(), ""));
    }

    private static Optional<String> text(LangText text) {
        return Optional.of(text.best(LangText.ZH)).filter(each -> !each.isEmpty());
    }

    private Optional<String> service(URI theme) {
        return vocabularies.services().byIri(theme).map(each -> each.label().best(LangText.ZH));
    }

    /// The portal knows no label whose verdict has lapsed; nothing is said of such a dataset.
    private static String quality(Label label) {
        return (label == Label.SUSPENDED ? Label.NONE_UNCHECKED : label).displayName().best(LangText.ZH);
    }

    private Optional<String> licence(Dataset dataset) {
        return dataset.distributions().stream()
                .flatMap(each -> each.licence().stream())
                .findFirst()
                .map(iri -> vocabularies
                        .licences()
                        .byIri(iri)
                        .map(Concept::label)
                        .map(label -> label.best(LangText.ZH))
                        .orElse(iri.toString()));
    }

    /// Addresses that an import could not use, which it keeps.
    private static List<String> refused(Dataset dataset) {
        return Optional.ofNullable(dataset.nationalFields().get(Column.URLS.officialName()))
                .map(cell -> UrlList.split(cell, ';'))
                .orElse(List.of());
    }

    private static String urls(List<Distribution> listed, List<String> refused) {
        var urls = new ArrayList<String>();
        listed.forEach(each -> urls.add(whole(each.url().orElseThrow().toString())));
        urls.addAll(refused);
        return String.join(";", urls);
    }

    /// An address of which the part behind a `;` would be read as another address.
    private static String whole(String url) {
        var pieces = UrlList.split(url, ';');
        boolean torn = pieces.stream().skip(1).anyMatch(DeclaredUrl::begins);
        return torn ? url.replace(";", "%3B") : url;
    }

    /// A list that runs in parallel to the addresses; one that never did is given back as it came.
    private static String list(
            List<Distribution> listed,
            List<String> refused,
            Map<String, String> national,
            Column column,
            Function<Distribution, String> value) {
        var whole = Optional.ofNullable(national.get(column.officialName()));
        var values = new ArrayList<>(listed.stream().map(value).toList());
        // Which of several addresses were refused is not known: only if it was the last ones the list still fits.
        if (whole.isPresent() && (refused.isEmpty() || begins(whole.get(), values, refused.size()))) {
            return whole.get();
        }
        refused.forEach(_ -> values.add(""));
        return values.stream().allMatch(String::isEmpty) ? "" : String.join(";", values);
    }

    private static boolean begins(String list, List<String> values, int more) {
        var pieces = UrlList.split(list, ';');
        return pieces.size() == values.size() + more
                && pieces.subList(0, values.size()).equals(values);
    }

    private static String format(Distribution distribution) {
        return Optional.ofNullable(distribution.nationalFields().get(Column.FORMATS.officialName()))
                .or(() -> distribution.format().map(FileFormat::display))
                .orElse("");
    }

    private static String fields(Dataset dataset) {
        return dataset.distributions().stream()
                .map(Distribution::fields)
                .filter(fields -> !fields.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(NationalExport::field)
                .collect(Collectors.joining("、"));
    }

    private static String field(FieldDescription field) {
        return field.name() + field.description().map(text -> "(" + text + ")").orElse("");
    }

    /// A time as the portal writes it.
    public static String time(Instant at) {
        return TIME.format(at);
    }
}
