package tw.touchstone.server.ckan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.search.Condition;
import tw.touchstone.search.Facet;

/// What the fields of CKAN's index are in ours. A field that is not here is an error: CKAN finds nothing then, and
/// nobody
/// learns why.
@Component
class SolrFields {

    private static final Condition NOTHING = new Condition.Any(List.of());
    private static final Condition EVERYTHING = new Condition.Everything();

    /// What every dataset has here.
    private static final Set<String> ALWAYS = Set.of(
            "state:active",
            "type:dataset",
            "dataset_type:dataset",
            "entity_type:package",
            "capacity:public",
            "private:false",
            "permission_labels:public");

    private static final List<String> CONSTANTS =
            List.of("state", "type", "dataset_type", "entity_type", "capacity", "private", "permission_labels");

    private final AgencyTree agencies;
    private final Listing listing;

    SolrFields(Catalog catalog, Listing listing) {
        this.agencies = catalog.members().agencyTree();
        this.listing = listing;
    }

    /// What a field is asked for.
    sealed interface Value {
        record Word(String text) implements Value {}

        record Phrase(String text) implements Value {}

        /// Any value at all.
        record Anything() implements Value {}

        /// From the first to the last.
        ///
        /// @param includesFirst whether the first belongs to it; `*` stands for no bound
        record Range(String first, String last, boolean includesFirst, boolean includesLast) implements Value {}

        /// The text of a word or a phrase; empty for the others.
        default Optional<String> said() {
            return switch (this) {
                case Word(var text) -> Optional.of(text);
                case Phrase(var text) -> Optional.of(text);
                case Anything _, Range _ -> Optional.empty();
            };
        }
    }

    /// The facet by which a field of CKAN's is counted; empty for one that is none. Keywords are counted apart.
    static Optional<Facet> facet(String field) {
        return switch (field) {
            case "organization", "owner_org" -> Optional.of(Facet.AGENCY);
            case "groups" -> Optional.of(Facet.THEME);
            case "res_format" -> Optional.of(Facet.FORMAT);
            case "license_id" -> Optional.of(Facet.LICENCE);
            case "quality_label" -> Optional.of(Facet.LABEL);
            case "ai_ready_grade" -> Optional.of(Facet.GRADE);
            default -> Optional.empty();
        };
    }

    /// Words without a field.
    Condition text(Value value) {
        return says("", value);
    }

    /// @throws Refusal for an unknown field
    Condition condition(String field, Value value) {
        var facet = facet(field);
        if (facet.isPresent()) {
            return has(facet.get(), value);
        }
        return switch (field) {
            case "*" -> value instanceof Value.Anything ? EVERYTHING : text(value);
            case "text" -> text(value);
            case "title", "title_string" -> says("title:", value);
            case "notes" -> says("description:", value);
            case "tags" ->
                value instanceof Value.Anything
                        ? new Condition.HasKeyword()
                        : new Condition.Keyword(Set.of(exact(field, value)));
            case "id", "name" ->
                value instanceof Value.Anything
                        ? EVERYTHING
                        : DatasetId.isValid(exact(field, value))
                                ? new Condition.Is(Set.of(new DatasetId(exact(field, value))))
                                : NOTHING;
            case "metadata_modified" -> between(value, this::changed);
            case "metadata_created" -> between(value, span -> new Condition.Registered(span.first(), span.last()));
            default -> constant(field, value);
        };
    }

    private static Condition constant(String field, Value value) {
        if (!CONSTANTS.contains(field)) {
            throw Refusal.query(
                    "there is no field " + field + "; known are organization, groups, tags, res_format, license_id, "
                            + "title, notes, text, id, name, metadata_modified, metadata_created, quality_label, "
                            + "ai_ready_grade, "
                            + String.join(", ", CONSTANTS));
        }
        return value instanceof Value.Anything
                        || ALWAYS.contains(field + ":" + exact(field, value).toLowerCase(Locale.ROOT))
                ? EVERYTHING
                : NOTHING;
    }

    private static String exact(String field, Value value) {
        return value.said()
                .orElseThrow(() -> Refusal.query(field + " has no order, so that there are no ranges of it"));
    }

    private Condition has(Facet facet, Value value) {
        if (value instanceof Value.Anything) {
            return new Condition.HasSome(facet);
        }
        var text = exact(facet.parameter(), value);
        var known = switch (facet) {
            case AGENCY ->
                AgencyId.isValid(text) ? agencies.current(new AgencyId(text)).value() : text;
            case FORMAT, LABEL, GRADE -> text.toLowerCase(Locale.ROOT);
            case THEME, LICENCE -> text;
        };
        return new Condition.Has(facet, Set.of(known));
    }

    private static Condition says(String part, Value value) {
        return switch (value) {
            case Value.Anything _ -> EVERYTHING;
            case Value.Word(var word) -> new Condition.Says(part + word);
            case Value.Phrase(var phrase) -> new Condition.Says(part + "\"" + phrase.replace('"', ' ') + "\"");
            case Value.Range _ -> throw Refusal.query("texts have no order, so that there are no ranges of them");
        };
    }

    /// Times from the first to the last, both included.
    private record Span(Instant first, Instant last) {}

    private static Condition between(Value value, Function<Span, Condition> of) {
        return switch (value) {
            case Value.Anything _ -> EVERYTHING;
            case Value.Range(var first, var last, boolean withFirst, boolean withLast) -> {
                var from =
                        first.equals("*") ? Instant.EPOCH : SolrTime.read(first).plusMillis(withFirst ? 0 : 1);
                var to = last.equals("*") ? SolrTime.END : SolrTime.read(last).minusMillis(withLast ? 0 : 1);
                yield of.apply(new Span(from, to));
            }
            case Value.Word(var text) -> of.apply(new Span(SolrTime.read(text), SolrTime.read(text)));
            case Value.Phrase(var text) -> of.apply(new Span(SolrTime.read(text), SolrTime.read(text)));
        };
    }

    /// The times of the log never run backwards, so that a span of times is one of numbers.
    private Condition changed(Span span) {
        Predicate<Listed> within = each ->
                !each.changed().isBefore(span.first()) && !each.changed().isAfter(span.last());
        var numbers = listing.now().all().stream()
                .filter(within)
                .mapToLong(Listed::number)
                .summaryStatistics();
        return numbers.getCount() == 0 ? NOTHING : new Condition.Changed(numbers.getMin(), numbers.getMax());
    }
}
