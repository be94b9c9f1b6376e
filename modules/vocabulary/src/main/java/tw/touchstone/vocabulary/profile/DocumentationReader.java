package tw.touchstone.vocabulary.profile;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import tw.touchstone.model.Activity;
import tw.touchstone.model.Agent;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Period;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.Rights;

/// Reads what [DocumentationWriter] wrote, and the same things as strangers write them.
final class DocumentationReader {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,18})?(?:[eE]-?[0-9]{1,2})?");
    private static final int MOST_CORNERS = 10_000;

    private final Iris iris;

    DocumentationReader(Iris iris) {
        this.iris = iris;
    }

    Coverage coverage(Description in) {
        return new Coverage(
                in.each(Terms.DCT_SPATIAL).stream().flatMap(place -> place.text(Terms.DCAT_BBOX).stream())
                        .flatMap(wkt -> box(wkt).stream())
                        .findFirst(),
                in.flag(Terms.NON_SPATIAL),
                in.declared(Terms.DCAT_TEMPORAL_RESOLUTION),
                in.text(Terms.DCAT_SPATIAL_RESOLUTION).flatMap(DocumentationReader::decimal),
                in.iri(Terms.AREA_LEVEL));
    }

    /// Our own rectangle by its corners, as declared; of any other shape the rectangle around it.
    private static Optional<BoundingBox> box(String wkt) {
        var numbers = NUMBER.matcher(wkt.substring(wkt.indexOf('(') + 1))
                .results()
                .map(MatchResult::group)
                .limit(2L * MOST_CORNERS)
                .map(BigDecimal::new)
                .toList();
        if (numbers.size() < 4 || numbers.size() % 2 != 0) {
            return Optional.empty();
        }
        var around = new BoundingBox(
                Collections.min(every(numbers, 0)),
                Collections.min(every(numbers, 1)),
                Collections.max(every(numbers, 0)),
                Collections.max(every(numbers, 1)));
        boolean ours = wkt.startsWith("POLYGON((")
                && numbers.size() == 10
                && new TreeSet<>(every(numbers, 0)).size() <= 2
                && new TreeSet<>(every(numbers, 1)).size() <= 2;
        return Optional.of(
                ours ? new BoundingBox(numbers.get(0), numbers.get(1), numbers.get(4), numbers.get(5)) : around);
    }

    private static List<BigDecimal> every(List<BigDecimal> numbers, int first) {
        return IntStream.range(0, numbers.size() / 2).mapToObj(at -> numbers.get(2 * at + first)).toList();
    }

    private static Optional<BigDecimal> decimal(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    Provenance provenance(Description in) {
        return new Provenance(
                agent(in, Terms.DCT_CREATOR),
                statement(in),
                in.iris(Terms.DCT_SOURCE),
                Stream.concat(
                                in.iris(Terms.PROV_DERIVED_FROM).stream(),
                                in instanceof Foreign ? in.iris(Terms.RAI_RAW_DATA).stream() : Stream.empty())
                        .toList(),
                in.texts(Terms.DCT_CITATION),
                in.nested(Terms.PROV_GENERATED_BY).map(this::activity));
    }

    private static LangText statement(Description in) {
        var node = in.nested(Terms.DCT_PROVENANCE);
        var labelled = node.map(each -> each.texts(Terms.RDFS_LABEL)).orElse(LangText.NONE);
        return labelled.isEmpty()
                ? node.map(each -> each.texts(Terms.DCT_DESCRIPTION))
                        .filter(text -> !text.isEmpty())
                        .orElseGet(() -> in.texts(Terms.DCT_PROVENANCE))
                : labelled;
    }

    private Activity activity(Description in) {
        return new Activity(
                agent(in, Terms.PROV_AGENT),
                in.instant(Terms.PROV_STARTED),
                in.instant(Terms.PROV_ENDED),
                in.iris(Terms.PROV_USED));
    }

    private Optional<Agent> agent(Description in, Node property) {
        var listed = in.objects(property)
                .filter(Node::isURI)
                .flatMap(node -> Described.parse(node.getURI()).flatMap(iris::agencyId).stream())
                .sorted()
                .<Agent>map(Agent.Listed::new)
                .findFirst();
        return listed.or(() -> named(in, property));
    }

    private static Optional<Agent> named(Description in, Node property) {
        var node = in.nested(property).map(each -> each.texts(Terms.FOAF_NAME));
        if (in instanceof Foreign foreign) {
            var name = node.filter(each -> !each.isEmpty()).orElseGet(() -> in.texts(property));
            if (name.isEmpty()) {
                in.objects(property).findFirst().ifPresent(each ->
                        foreign.note(property, each, "no agency of this catalogue, and no name; left out"));
            }
            return name.isEmpty() ? Optional.empty() : Optional.of(new Agent.Named(name));
        }
        return node.map(Agent.Named::new);
    }

    static DataCollection collection(Description in) {
        return new DataCollection(
                in.texts(Terms.RAI_COLLECTION),
                in.iris(Terms.RAI_COLLECTION_TYPE),
                timeframe(in),
                in.texts(Terms.RAI_PREPROCESSING),
                in.texts(Terms.RAI_MANIPULATION),
                in.texts(Terms.RAI_IMPUTATION),
                in.texts(Terms.DEIDENTIFICATION),
                in.texts(Terms.RAI_MISSING_DATA));
    }

    /// A period, or as Croissant-RAI has it one or more days, of which the first and the last count.
    private static Optional<Period> timeframe(Description in) {
        var period = in.nested(Terms.RAI_TIMEFRAME)
                .map(node -> new Period(node.day(Terms.DCAT_START_DATE), node.day(Terms.DCAT_END_DATE)));
        if (period.isPresent() || in instanceof Described) {
            return period;
        }
        var days = in.objects(Terms.RAI_TIMEFRAME)
                .filter(Node::isLiteral)
                .map(node -> node.getLiteralLexicalForm().strip())
                .filter(text -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*"))
                .flatMap(text -> Described.attempt(text.substring(0, 10), LocalDate::parse).stream())
                .sorted()
                .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(
                        Optional.of(days.getFirst()),
                        days.size() > 1 ? Optional.of(days.getLast()) : Optional.empty()));
    }

    static Limits limits(Description in) {
        return new Limits(
                in.texts(Terms.RAI_BIASES),
                in.texts(Terms.RAI_LIMITATIONS),
                in.texts(Terms.RAI_PERSONAL_DATA),
                in.texts(Terms.RAI_USE_CASES),
                in.texts(Terms.RAI_SOCIAL_IMPACT),
                in.list(Terms.GROUP_COLUMN));
    }

    static Release release(Description in) {
        return new Release(
                in.text(Terms.DCAT_VERSION),
                in.texts(Terms.ADMS_VERSION_NOTES),
                in.flag(Terms.CR_IS_LIVE),
                in.texts(Terms.RAI_MAINTENANCE));
    }

    /// A statement of ours; a stranger's with a label, as a text, or as the address of a page.
    static Rights rights(Description in) {
        var own = in.nested(Terms.DCT_RIGHTS)
                .map(node -> new Rights(node.texts(Terms.RDFS_LABEL), node.iri(Terms.FOAF_PAGE)))
                .filter(rights -> !rights.isEmpty());
        Optional<URI> page = in.objects(Terms.DCT_RIGHTS)
                .filter(Node::isURI)
                .flatMap(node -> Described.parse(node.getURI()).stream())
                .sorted()
                .findFirst();
        return own.orElseGet(() -> in instanceof Described
                ? Rights.NONE
                : new Rights(in.texts(Terms.DCT_RIGHTS), page));
    }
}
