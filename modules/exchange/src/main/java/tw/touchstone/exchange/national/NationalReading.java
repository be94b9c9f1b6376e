package tw.touchstone.exchange.national;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.exchange.catalogue.PublishedUrl;
import tw.touchstone.exchange.json.FieldError;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.vocabulary.NationalTerms;

/// Reads a record of the national portal's interface onto a dataset. For one document.
///
/// Over 300 lines, since nearly every member of the record is read in a way of its own.
///
/// A member that is not there leaves what stands, an empty one takes it away. What the record cannot say, English
/// titles for example, stays. Unknown members are errors; those that the portal sets itself are passed over, since
/// programs send back what they were shown.
public final class NationalReading {

    static final List<String> RESOURCE_EXTRAS = List.of(
            "resourceAmount",
            "resourceNotes",
            "qcLevel",
            "resourceRequestMethod",
            "resourceOasUrl",
            "resourceRequestParameters",
            "resourcePathParameters");

    private static final Set<String> RESOURCE_MEMBERS = Set.of(
            "resourceId",
            "resourceDescription",
            "resourceField",
            "resourceFormat",
            "resourceCharacterEncoding",
            "resourceDownloadUrl");

    private static final Set<String> RESOURCE_SET_HERE = Set.of("resourceModifiedDate", "resourceQualityCheckTime");

    private static final int MOST_DISTRIBUTIONS = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .build();

    /// What reading gave.
    public sealed interface Outcome {
        /// A dataset; whether it conforms to the application profile is not asked here.
        record Read(Dataset draft) implements Outcome {}

        /// No JSON object.
        record Malformed(String reason) implements Outcome {}

        /// Not a dataset; all errors.
        record Refused(List<FieldError> errors) implements Outcome {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    private final NationalTerms terms;
    private final Function<String, Optional<AgencyId>> agencies;
    private final Dataset before;
    private final Dataset.Builder dataset;
    private final TreeMap<String, String> national;
    private final List<FieldError> errors = new ArrayList<>();

    private NationalReading(NationalTerms terms, Function<String, Optional<AgencyId>> agencies, Dataset before) {
        this.terms = terms;
        this.agencies = agencies;
        this.before = before;
        this.dataset = before.with();
        this.national = new TreeMap<>(before.nationalFields());
    }

    /// Reads a document onto a dataset.
    ///
    /// @param agencies finds an agency by its object identifier, slug or name
    /// @param before   what stands, or an empty dataset with an identifier
    public static Outcome read(
            byte[] document, NationalTerms terms, Function<String, Optional<AgencyId>> agencies, Dataset before) {
        JsonNode record;
        try {
            record = JSON.readTree(document);
        } catch (JacksonException malformed) {
            return new Outcome.Malformed(malformed.getOriginalMessage());
        }
        if (record == null || !record.isObject()) {
            return new Outcome.Malformed("the document is no JSON object");
        }
        var reading = new NationalReading(terms, agencies, before);
        record.properties().forEach(each -> reading.member(each.getKey(), each.getValue()));
        reading.finish(record);
        return reading.errors.isEmpty()
                ? new Outcome.Read(reading.dataset.nationalFields(reading.national).build())
                : new Outcome.Refused(reading.errors);
    }

    private void member(String name, JsonNode value) {
        switch (name) {
            case "title" -> dataset.title(inChinese(before.title(), text(name, value)));
            case "description" -> dataset.description(inChinese(before.description(), text(name, value)));
            case "categoryService",
                    "categoryTheme",
                    "license",
                    "coverageStartedDate",
                    "coverageEndedDate",
                    "publisherContactName",
                    "publisherContactPhone",
                    "publisherContactEmail" -> {
                // Read together with others, when all are known.
            }
            case "publisherOID" -> publisher(name, text(name, value));
            case "updateFrequency" -> frequency(name, value);
            case "spatialCoverage" -> spatial(name, text(name, value));
            case "language" -> dataset.language(words(text(name, value), "[,、;]"));
            case "relatedUrl" -> dataset.landingPage(url(name, text(name, value)));
            case "keyword" -> dataset.keywords(keywords(name, value));
            case "distribution" -> distributions(name, value);
            case "cost" -> keep(Extra.COST.field(), charging(text(name, value)));
            default -> {
                if (Extra.of(name).isPresent()) {
                    keep(Extra.of(name).get().field(), text(name, value));
                } else if (!NationalRecord.SET_HERE.contains(name)) {
                    error(name, "沒有這個欄位", "there is no such member");
                }
            }
        }
    }

    private static String charging(String cost) {
        return switch (cost) {
            case "free" -> "免費";
            case "paid" -> "付費";
            default -> cost;
        };
    }

    /// What several members say together.
    private void finish(JsonNode record) {
        themes(record);
        if (record.has("publisherContactName")
                || record.has("publisherContactPhone")
                || record.has("publisherContactEmail")) {
            var known = before.contact();
            var contact = new ContactPoint(
                    changed(record, "publisherContactName", known.flatMap(ContactPoint::name)),
                    changed(record, "publisherContactEmail", known.flatMap(ContactPoint::email)),
                    changed(record, "publisherContactPhone", known.flatMap(ContactPoint::phone)));
            boolean any = contact.name().isPresent() || contact.email().isPresent() || contact.phone().isPresent();
            dataset.contact(any ? Optional.of(contact) : Optional.empty());
        }
        if (record.has("coverageStartedDate") || record.has("coverageEndedDate")) {
            var start = day(record, "coverageStartedDate", before.temporal().flatMap(Period::start));
            var end = day(record, "coverageEndedDate", before.temporal().flatMap(Period::end));
            dataset.temporal(start.isEmpty() && end.isEmpty() ? Optional.empty() : Optional.of(new Period(start, end)));
        }
        licence(record);
    }

    private void themes(JsonNode record) {
        var themes = new ArrayList<>(before.themes());
        if (!replace(record, "categoryService", terms::service, themes)) {
            error("categoryService", "不是已知的服務分類", "is no known service class");
        }
        // The portal's numbers of themes are not published: what we do not know is kept as it came.
        boolean known = replace(record, "categoryTheme", terms::theme, themes);
        if (record.has("categoryTheme")) {
            keep(Extra.THEME.field(), known ? "" : text("categoryTheme", record.get("categoryTheme")));
        }
        dataset.themes(themes);
    }

    /// Whether the member is known, or says nothing.
    private boolean replace(
            JsonNode record, String member, Function<String, Optional<URI>> term, List<URI> themes) {
        if (!record.has(member)) {
            return true;
        }
        var text = text(member, record.get(member));
        themes.removeIf(theme -> term.apply(theme.toString()).isPresent());
        var found = text.isEmpty() ? Optional.<URI>empty() : term.apply(text);
        found.ifPresent(themes::addFirst);
        return text.isEmpty() || found.isPresent();
    }

    private void licence(JsonNode record) {
        var text = record.has("license") ? text("license", record.get("license")) : "";
        if (text.isEmpty()) {
            return;
        }
        var licence = terms.licence(text);
        if (licence.isEmpty()) {
            error("license", "不是已知的授權方式", "is no known licence");
            return;
        }
        var read = dataset.build();
        dataset.distributions(read.distributions().stream()
                .map(each -> each.with().licence(licence).build())
                .toList());
    }

    private void publisher(String name, String text) {
        int bar = text.indexOf('|');
        var found = agencies.apply(bar < 0 ? text : text.substring(0, bar))
                .or(() -> bar < 0 ? Optional.empty() : agencies.apply(text.substring(bar + 1)));
        if (found.isEmpty()) {
            error(name, "不是已知的機關", "is no known agency");
        } else {
            dataset.publisher(found);
        }
    }

    /// The portal shows an object and takes a text; we show and take both.
    private void frequency(String name, JsonNode value) {
        var text = value.isObject() ? value.toString() : text(name, value);
        if (text.isEmpty()) {
            dataset.frequency(Optional.empty());
            return;
        }
        var frequency = terms.frequency(text);
        if (frequency.isEmpty()) {
            error(name, "不是已知的更新頻率", "is no known update frequency");
        }
        dataset.frequency(frequency);
    }

    private void spatial(String name, String text) {
        var known = words(text, "[、,;]").stream().map(terms::area).toList();
        boolean all = known.stream().allMatch(Optional::isPresent);
        dataset.spatial(all ? known.stream().flatMap(Optional::stream).toList() : List.of());
        keep(name, all ? "" : text);
    }

    private List<String> keywords(String name, JsonNode value) {
        if (!value.isArray()) {
            return words(text(name, value), "[,，、;；]");
        }
        var words = new ArrayList<String>();
        value.forEach(each -> words.add(text(name, each)));
        return words;
    }

    private void distributions(String name, JsonNode value) {
        if (!value.isArray() || value.size() > MOST_DISTRIBUTIONS) {
            error(name, "必須是至多 1,000 筆的陣列", "is an array of at most 1,000");
            return;
        }
        var read = new ArrayList<Distribution>();
        int next = 1 + before.distributions().stream().mapToInt(each -> each.id().number()).max().orElse(0);
        for (int i = 0; i < value.size(); i++) {
            var path = name + "[" + i + "].";
            if (!value.get(i).isObject()) {
                error(name + "[" + i + "]", "必須是物件", "is an object");
                continue;
            }
            var known = known(value.get(i));
            var start = known.orElse(Distribution.of(new DistributionId(before.id(), next)).build());
            next += known.isPresent() ? 0 : 1;
            read.add(distribution(path, value.get(i), start));
        }
        dataset.distributions(read);
    }

    /// The distribution that is meant: by its identifier, else by its address.
    private Optional<Distribution> known(JsonNode resource) {
        var id = resource.path("resourceId").asString("");
        var url = resource.path("resourceDownloadUrl").asString("");
        return before.distributions().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .or(() -> before.distributions().stream()
                        .filter(each -> each.url().map(URI::toString).filter(url::equals).isPresent())
                        .findFirst());
    }

    private Distribution distribution(String path, JsonNode resource, Distribution start) {
        var builder = start.with();
        var extras = new TreeMap<>(start.nationalFields());
        resource.properties().forEach(each -> {
            var name = each.getKey();
            if (RESOURCE_EXTRAS.contains(name)) {
                keep(extras, resourceField(name), text(path + name, each.getValue()));
            } else if (!RESOURCE_MEMBERS.contains(name) && !RESOURCE_SET_HERE.contains(name)) {
                error(path + name, "沒有這個欄位", "there is no such member");
            }
        });
        var format = Optional.ofNullable(resource.get("resourceFormat"))
                .map(each -> text(path + "resourceFormat", each));
        if (format.isPresent()) {
            var read = terms.format(format.get());
            if (read.isEmpty() && !format.get().isEmpty()) {
                error(path + "resourceFormat", "不是已知的檔案格式", "is no known file format");
            }
            builder.format(read);
        }
        if (resource.has("resourceDescription")) {
            builder.description(inChinese(
                    start.description(), text(path + "resourceDescription", resource.get("resourceDescription"))));
        }
        if (resource.has("resourceCharacterEncoding")) {
            builder.encoding(told(text(path + "resourceCharacterEncoding", resource.get("resourceCharacterEncoding"))));
        }
        if (resource.has("resourceDownloadUrl")) {
            address(path, resource.get("resourceDownloadUrl"), start, builder);
        }
        if (resource.has("resourceField")) {
            builder.fields(fields(path + "resourceField", resource.get("resourceField"), start));
        }
        return builder.nationalFields(extras).build();
    }

    private void address(String path, JsonNode value, Distribution start, Distribution.Builder builder) {
        var url = url(path + "resourceDownloadUrl", text(path + "resourceDownloadUrl", value));
        if (url.equals(start.url())) {
            return;
        }
        boolean service = builder.build()
                .format()
                .filter(each -> each.kind() == FileFormat.Kind.SERVICE)
                .isPresent();
        builder.downloadUrl(service ? Optional.empty() : url).accessUrl(service ? url : Optional.empty());
        builder.checksum(Optional.empty()).byteSize(Optional.empty());
    }

    private List<FieldDescription> fields(String path, JsonNode value, Distribution start) {
        if (!value.isArray()) {
            return terms.fields(text(path, value));
        }
        var fields = new ArrayList<FieldDescription>();
        for (var each : value) {
            var name = each.path("name").asString("").strip();
            if (name.isEmpty()) {
                error(path, "欄位必須有名稱", "a field has a name");
                continue;
            }
            var known = start.fields().stream().filter(field -> field.name().equals(name)).findFirst();
            fields.add(new FieldDescription(
                    name, told(each.path("description").asString("")), known.flatMap(FieldDescription::definition)));
        }
        return fields;
    }

    /// The national field that holds an extra of a distribution.
    static String resourceField(String member) {
        return member.equals("resourceAmount") ? "資料量" : member;
    }

    private void keep(String field, String value) {
        keep(national, field, value);
    }

    private static void keep(Map<String, String> national, String field, String value) {
        if (value.isEmpty()) {
            national.remove(field);
        } else {
            national.put(field, value);
        }
    }

    private String text(String path, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            error(path, "必須是文字", "is a text");
            return "";
        }
        return value.asString().strip();
    }

    private Optional<String> changed(JsonNode record, String member, Optional<String> known) {
        return record.has(member) ? told(text(member, record.get(member))) : known;
    }

    private Optional<LocalDate> day(JsonNode record, String member, Optional<LocalDate> known) {
        if (!record.has(member)) {
            return known;
        }
        var text = text(member, record.get(member));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.replace('/', '-')));
        } catch (DateTimeException none) {
            error(member, "必須是 2026-01-31 這樣的日期", "is a day such as 2026-01-31");
            return Optional.empty();
        }
    }

    private Optional<URI> url(String path, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var url = PublishedUrl.of(text);
        if (url.isEmpty()) {
            error(path, "不是可用的網址", "is no usable address");
        }
        return url;
    }

    private static LangText inChinese(LangText before, String text) {
        var texts = new TreeMap<>(before.byLanguage());
        texts.put(LangText.ZH, text);
        return new LangText(texts);
    }

    private static Optional<String> told(String text) {
        return Optional.of(text.strip()).filter(each -> !each.isEmpty());
    }

    private static List<String> words(String text, String separators) {
        return Arrays.stream(text.split(separators, -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private void error(String path, String zh, String en) {
        if (errors.stream().noneMatch(each -> each.path().equals(path))) {
            errors.add(new FieldError(path, Optional.empty(), LangText.of(zh, en)));
        }
    }
}
