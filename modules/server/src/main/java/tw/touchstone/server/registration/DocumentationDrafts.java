package tw.touchstone.server.registration;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tw.touchstone.model.Activity;
import tw.touchstone.model.AgencyId;
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
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// Reads the AI-Ready details of a form. A part that was not touched stays exactly as it was before.
final class DocumentationDrafts {

    private static final ZoneOffset TAIWAN = ZoneOffset.ofHours(8);
    private static final Pattern SEPARATOR = Pattern.compile("[、,，;；\\r\\n]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,18})?");
    private static final Pattern DURATION = Pattern.compile(
            "P(?!$)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,6}(\\.\\d{1,9})?S)?)?");

    private final Vocabularies vocabularies;
    private final RegistrationForm form;
    private final Dataset before;
    private final FormProblems problems;
    private final Function<String, String> say;
    private final RegistrationForm old;

    DocumentationDrafts(
            Vocabularies vocabularies,
            RegistrationForm form,
            Dataset before,
            FormProblems problems,
            Function<String, String> say) {
        this.vocabularies = vocabularies;
        this.form = form;
        this.before = before;
        this.problems = problems;
        this.say = say;
        this.old = new RegistrationForm(
                DocumentationFilling.values(before, vocabularies), Set.of(), List.of());
    }

    /// The dataset with its details; unchanged where the form has no room for them.
    Dataset.Builder read(Dataset.Builder into) {
        if (!form.value(DocumentationFilling.MARK).equals("true")) {
            return into;
        }
        return into.type(term("type", vocabularies.datasetTypes(), before.type()))
                .accessRights(term("access-rights", vocabularies.accessRights(), before.accessRights()))
                .spatial(areas())
                .conformsTo(conformsTo())
                .coverage(Optional.of(coverage()))
                .provenance(Optional.of(provenance()))
                .collection(Optional.of(collection()))
                .limits(Optional.of(limits()))
                .release(Optional.of(release()));
    }

    private boolean isTouched(String input) {
        return !form.value(input).equals(old.value(input));
    }

    private <T> T kept(String input, T was, Function<String, T> typed) {
        return isTouched(input) ? typed.apply(form.value(input)) : was;
    }

    private Optional<URI> term(String input, Scheme scheme, Optional<URI> was) {
        return kept(input, was, code -> {
            var chosen = scheme.byNotation(code).map(Concept::iri);
            if (chosen.isEmpty() && !code.isEmpty()) {
                problems.error(input, say.apply("form.wrong.choice"));
            }
            return chosen;
        });
    }

    private List<URI> areas() {
        return kept("spatial", before.spatial(), typed -> {
            var areas = new ArrayList<URI>();
            for (var name : pieces(typed)) {
                vocabularies.areas().match(name).map(Concept::iri).ifPresentOrElse(areas::add, () ->
                        problems.error("spatial", say.apply("form.wrong.area") + " " + name));
            }
            return areas;
        });
    }

    private List<URI> conformsTo() {
        return kept("crs", before.conformsTo(), code -> {
            boolean known = ReferenceSystem.ALL.stream().anyMatch(each -> each.code().equals(code));
            if (!known && !code.isEmpty()) {
                problems.error("crs", say.apply("form.wrong.choice"));
            }
            return Stream.concat(
                            before.conformsTo().stream().filter(iri -> !ReferenceSystem.isOne(iri)),
                            known ? Stream.of(ReferenceSystem.iri(code)) : Stream.empty())
                    .toList();
        });
    }

    private Coverage coverage() {
        var was = before.coverage().orElse(Coverage.NONE);
        return new Coverage(
                kept("bbox", was.box(), this::box),
                form.value("non-spatial").equals("true"),
                kept("temporal-resolution", was.temporalResolution(), typed -> checked(
                        "temporal-resolution", typed, DURATION.matcher(typed).matches(), "form.wrong.duration")),
                kept("spatial-resolution", was.spatialResolution(), this::metres),
                term("area-level", vocabularies.areaLevels(), was.areaLevel()));
    }

    private Optional<String> checked(String input, String typed, boolean right, String message) {
        if (!right && !typed.isEmpty()) {
            problems.error(input, say.apply(message));
        }
        return Optional.of(typed).filter(text -> right);
    }

    private Optional<BigDecimal> metres(String typed) {
        boolean number = NUMBER.matcher(typed).matches() && new BigDecimal(typed).signum() > 0;
        return checked("spatial-resolution", typed, number, "form.wrong.metres").map(BigDecimal::new);
    }

    private Optional<BoundingBox> box(String typed) {
        var edges = pieces(typed).stream().filter(each -> NUMBER.matcher(each).matches()).map(BigDecimal::new).toList();
        var box = edges.size() == 4 && pieces(typed).size() == 4
                ? Optional.of(new BoundingBox(edges.get(0), edges.get(1), edges.get(2), edges.get(3)))
                        .filter(BoundingBox::isValid)
                : Optional.<BoundingBox>empty();
        checked("bbox", typed, box.isPresent(), "form.wrong.bbox");
        return box;
    }

    private Provenance provenance() {
        var was = before.provenance().orElse(Provenance.NONE);
        var activity = was.activity().orElse(Activity.NONE);
        return new Provenance(
                kept("creator", was.creator(), this::agent),
                text(TextPart.STATEMENT),
                iris("sources", was.sources()),
                iris("derived-from", was.derivedFrom()),
                text(TextPart.CITATION),
                Optional.of(new Activity(
                        kept("activity-agent", activity.agent(), this::agent),
                        instant("activity-started", activity.started()),
                        instant("activity-ended", activity.ended()),
                        iris("activity-used", activity.used()))));
    }

    /// An agency by slug or name, else somebody of this name.
    private Optional<Agent> agent(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var listed = Optional.of(typed)
                .filter(AgencyId::isValid)
                .map(AgencyId::new)
                .flatMap(vocabularies.agencies()::byId)
                .or(() -> vocabularies.agencies().byName(typed));
        return Optional.of(
                listed.isPresent() ? new Agent.Listed(listed.get().id()) : new Agent.Named(LangText.zh(typed)));
    }

    private List<URI> iris(String input, List<URI> was) {
        return kept(input, was, typed -> {
            var iris = new ArrayList<URI>();
            for (var line : typed.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
                FieldDictionary.iri(line).ifPresentOrElse(iris::add, () ->
                        problems.error(input, say.apply("form.wrong.iri") + " " + line));
            }
            return iris;
        });
    }

    private Optional<Instant> instant(String input, Optional<Instant> was) {
        return kept(input, was, typed -> day(input).map(day -> day.atStartOfDay().toInstant(TAIWAN)));
    }

    private Optional<LocalDate> day(String input) {
        var typed = form.value(input);
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            problems.error(input, say.apply("form.wrong.date"));
            return Optional.empty();
        }
    }

    private DataCollection collection() {
        var start = day("collected-start");
        var end = day("collected-end");
        return new DataCollection(
                text(TextPart.METHOD),
                types(),
                start.isEmpty() && end.isEmpty() ? Optional.empty() : Optional.of(new Period(start, end)),
                text(TextPart.PREPROCESSING),
                text(TextPart.MANIPULATION),
                text(TextPart.IMPUTATION),
                text(TextPart.DEIDENTIFICATION),
                text(TextPart.MISSING_DATA));
    }

    private List<URI> types() {
        var scheme = vocabularies.collectionTypes();
        var was = before.collection().orElse(DataCollection.NONE).types();
        var chosen = scheme.concepts().stream()
                .filter(each -> form.value(DocumentationFilling.typeInput(each)).equals("true"))
                .map(Concept::iri);
        var unlisted = was.stream().filter(iri -> scheme.byIri(iri).isEmpty());
        var all = Stream.concat(chosen, unlisted).toList();
        return was.size() == all.size() && was.containsAll(all) ? was : all;
    }

    private Limits limits() {
        return new Limits(
                text(TextPart.BIASES),
                text(TextPart.LIMITATIONS),
                text(TextPart.PERSONAL_DATA),
                text(TextPart.USE_CASES),
                text(TextPart.SOCIAL_IMPACT),
                kept("group-columns", before.limits().orElse(Limits.NONE).groupColumns(), DocumentationDrafts::pieces));
    }

    private Release release() {
        return new Release(
                kept("version", before.release().orElse(Release.NONE).version(), typed ->
                        Optional.of(typed).filter(text -> !text.isEmpty())),
                text(TextPart.VERSION_NOTES),
                form.value("live").equals("true"),
                text(TextPart.MAINTENANCE));
    }

    private LangText text(TextPart part) {
        var texts = new TreeMap<>(part.of(before).byLanguage());
        texts.put(LangText.ZH, form.value(part.input() + "-zh"));
        texts.put(LangText.EN, form.value(part.input() + "-en"));
        return new LangText(texts);
    }

    private static List<String> pieces(String typed) {
        return SEPARATOR.splitAsStream(typed).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }
}
