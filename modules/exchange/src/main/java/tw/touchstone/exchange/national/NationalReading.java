package tw.touchstone.exchange.national;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.exchange.json.FieldError;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Period;
import tw.touchstone.vocabulary.NationalTerms;

/// Reads a record of the national portal's interface onto a dataset. For one document.
///
/// A member that is not there leaves what stands, an empty one takes it away. What the record cannot say, English
/// titles for example, stays. Unknown members are errors; those that the portal sets itself are passed over, since
/// programs send back what they were shown.
public final class NationalReading {

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
    private final Members members = new Members();

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
        return reading.members.errors().isEmpty()
                ? new Outcome.Read(reading.dataset.nationalFields(reading.national).build())
                : new Outcome.Refused(reading.members.errors());
    }

    private void member(String name, JsonNode value) {
        switch (name) {
            case "title" -> dataset.title(Members.inChinese(before.title(), members.text(name, value)));
            case "description" ->
                dataset.description(Members.inChinese(before.description(), members.text(name, value)));
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
            case "publisherOID" -> publisher(name, members.text(name, value));
            case "updateFrequency" -> frequency(name, value);
            case "spatialCoverage" -> spatial(name, members.text(name, value));
            case "language" -> dataset.language(Members.words(members.text(name, value), "[,、;]"));
            case "relatedUrl" -> dataset.landingPage(members.url(name, members.text(name, value)));
            case "keyword" -> dataset.keywords(keywords(name, value));
            case "distribution" -> dataset.distributions(new ResourceReading(terms, before, members).read(name, value));
            case "cost" -> Members.keep(national, Extra.COST.field(), charging(members.text(name, value)));
            default -> {
                if (Extra.of(name).isPresent()) {
                    Members.keep(national, Extra.of(name).get().field(), members.text(name, value));
                } else if (!NationalRecord.SET_HERE.contains(name)) {
                    members.error(name, "沒有這個欄位", "there is no such member");
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
            members.error("categoryService", "不是已知的服務分類", "is no known service class");
        }
        // The portal's numbers of themes are not published: what we do not know is kept as it came.
        boolean known = replace(record, "categoryTheme", terms::theme, themes);
        if (record.has("categoryTheme")) {
            var theme = known ? "" : members.text("categoryTheme", record.get("categoryTheme"));
            Members.keep(national, Extra.THEME.field(), theme);
        }
        dataset.themes(themes);
    }

    /// Whether the member is known, or says nothing.
    private boolean replace(
            JsonNode record, String member, Function<String, Optional<URI>> term, List<URI> themes) {
        if (!record.has(member)) {
            return true;
        }
        var text = members.text(member, record.get(member));
        themes.removeIf(theme -> term.apply(theme.toString()).isPresent());
        var found = text.isEmpty() ? Optional.<URI>empty() : term.apply(text);
        found.ifPresent(themes::addFirst);
        return text.isEmpty() || found.isPresent();
    }

    private void licence(JsonNode record) {
        var text = record.has("license") ? members.text("license", record.get("license")) : "";
        if (text.isEmpty()) {
            return;
        }
        var licence = terms.licence(text);
        if (licence.isEmpty()) {
            members.error("license", "不是已知的授權方式", "is no known licence");
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
            members.error(name, "不是已知的機關", "is no known agency");
        } else {
            dataset.publisher(found);
        }
    }

    /// The portal shows an object and takes a text; we show and take both.
    private void frequency(String name, JsonNode value) {
        var text = value.isObject() ? value.toString() : members.text(name, value);
        if (text.isEmpty()) {
            dataset.frequency(Optional.empty());
            return;
        }
        var frequency = terms.frequency(text);
        if (frequency.isEmpty()) {
            members.error(name, "不是已知的更新頻率", "is no known update frequency");
        }
        dataset.frequency(frequency);
    }

    private void spatial(String name, String text) {
        var known = Members.words(text, "[、,;]").stream().map(terms::area).toList();
        boolean all = known.stream().allMatch(Optional::isPresent);
        dataset.spatial(all ? known.stream().flatMap(Optional::stream).toList() : List.of());
        Members.keep(national, name, all ? "" : text);
    }

    private List<String> keywords(String name, JsonNode value) {
        if (!value.isArray()) {
            return Members.words(members.text(name, value), "[,，、;；]");
        }
        var words = new ArrayList<String>();
        value.forEach(each -> words.add(members.text(name, each)));
        return words;
    }

    private Optional<String> changed(JsonNode record, String member, Optional<String> known) {
        return record.has(member) ? Members.told(members.text(member, record.get(member))) : known;
    }

    private Optional<LocalDate> day(JsonNode record, String member, Optional<LocalDate> known) {
        if (!record.has(member)) {
            return known;
        }
        var text = members.text(member, record.get(member));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.replace('/', '-')));
        } catch (DateTimeException none) {
            members.error(member, "必須是 2026-01-31 這樣的日期", "is a day such as 2026-01-31");
            return Optional.empty();
        }
    }

}
