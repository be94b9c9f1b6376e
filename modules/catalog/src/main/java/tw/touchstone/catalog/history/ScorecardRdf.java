package tw.touchstone.catalog.history;

import static tw.touchstone.catalog.history.QualityTerms.DCT;
import static tw.touchstone.catalog.history.QualityTerms.DQV;
import static tw.touchstone.catalog.history.QualityTerms.EARL;
import static tw.touchstone.catalog.history.QualityTerms.NS;
import static tw.touchstone.catalog.history.QualityTerms.OA;
import static tw.touchstone.catalog.history.QualityTerms.PROV;
import static tw.touchstone.catalog.history.QualityTerms.PTR;
import static tw.touchstone.catalog.history.QualityTerms.TYPE;
import static tw.touchstone.catalog.history.QualityTerms.digest;
import static tw.touchstone.catalog.history.QualityTerms.literal;
import static tw.touchstone.catalog.history.QualityTerms.node;
import static tw.touchstone.catalog.history.QualityTerms.text;
import static tw.touchstone.catalog.history.QualityTerms.time;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Measurement;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Scorecard;

/// Scorecards in RDF: measurements and certificates in DQV, verdicts in EARL, where they come from in PROV.
///
/// EARL stands beside DQV because DQV has no word for "not applicable" or "cannot tell". Every node has an IRI that
/// follows from what it stands for, so equal scorecards give equal graphs. (`standards.md` §3.3)
public final class ScorecardRdf {

    private static final Set<String> NO_AWARD =
            Set.of("none", "ungraded", "none-failed", "none-unchecked", "none-exempt", "suspended");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Iris iris;
    private final Node metadata;
    private final Node dataset;

    private ScorecardRdf(DatasetId id, Iris iris) {
        this.iris = iris;
        this.metadata = node(iris.quality(id).toString());
        this.dataset = node(iris.dataset(id).toString());
    }

    /// A scorecard with its entry in the index, which knows when it was made.
    public record Made(StoredScorecard stored, Scorecard scorecard) {}

    /// The graph of a dataset's scorecards.
    public static Graph write(DatasetId id, List<Made> scorecards, Iris iris) {
        var rdf = new ScorecardRdf(id, iris);
        rdf.add(rdf.metadata, TYPE, node(DQV + "QualityMetadata"));
        rdf.add(rdf.dataset, node(DQV + "hasQualityMetadata"), rdf.metadata);
        scorecards.forEach(each -> rdf.new OfOne(each).write());
        return rdf.graph;
    }

    /// Writes one scorecard.
    private final class OfOne {
        private final StoredScorecard stored;
        private final Scorecard card;
        private final Node run;
        private final Node engine;

        private OfOne(Made made) {
            this.stored = made.stored();
            this.card = made.scorecard();
            this.run = part("run-" + card.policy().id());
            this.engine = node(NS + "engine/" + card.engine());
        }

        private void write() {
            run();
            award();
            card.score().ifPresent(this::score);
            measurements(Optional.empty(), card.dimensions());
            card.distributions()
                    .forEach(each -> measurements(Optional.of(each.distribution()), each.dimensions()));
        }

        private void run() {
            var scorecard = digest(stored.scorecard());
            add(metadata, node(PROV + "wasGeneratedBy"), run);
            add(run, TYPE, node(PROV + "Activity"));
            add(run, node(PROV + "startedAtTime"), time(stored.evaluatedAt()));
            add(run, node(PROV + "endedAtTime"), time(stored.evaluatedAt()));
            add(run, node(PROV + "wasAssociatedWith"), engine);
            var association = part("association-" + card.policy().id());
            add(run, node(PROV + "qualifiedAssociation"), association);
            add(association, TYPE, node(PROV + "Association"));
            add(association, node(PROV + "agent"), engine);
            add(association, node(PROV + "hadPlan"), policy());
            add(run, node(PROV + "generated"), scorecard);
            used(card.inputs().metadata());
            card.inputs().distributions().forEach(each -> {
                each.bytes().ifPresent(this::used);
                each.link().ifPresent(this::used);
            });
            add(scorecard, TYPE, node(PROV + "Entity"));
            add(engine, TYPE, node(PROV + "SoftwareAgent"));
            add(engine, TYPE, node(EARL + "Software"));
            add(engine, node(DCT + "hasVersion"), text(card.engine()));
            add(policy(), TYPE, node(DQV + "QualityPolicy"));
            add(policy(), TYPE, node(PROV + "Plan"));
            add(policy(), node(DCT + "identifier"), text(card.policy().id()));
            add(policy(), node(DCT + "hasVersion"), text(card.policy().version()));
        }

        private void used(Sha256 input) {
            var entity = digest(input);
            add(run, node(PROV + "used"), entity);
            add(entity, TYPE, node(PROV + "Entity"));
        }

        private void award() {
            if (NO_AWARD.contains(card.award())) {
                return;
            }
            var certificate = part(card.policy().id());
            add(dataset, node(DQV + "hasQualityAnnotation"), certificate);
            add(certificate, TYPE, node(DQV + "QualityCertificate"));
            add(certificate, node(OA + "hasTarget"), dataset);
            add(certificate, node(OA + "hasBody"), body());
            add(certificate, node(OA + "motivatedBy"), node(DQV + "qualityAssessment"));
            add(certificate, node(DCT + "conformsTo"), policy());
            add(certificate, node(DCT + "issued"), time(stored.evaluatedAt()));
            card.validUntil().ifPresent(until -> add(certificate, node(DCT + "valid"), time(until)));
            add(certificate, node(PROV + "wasGeneratedBy"), run);
        }

        private Node body() {
            return node(NS + (card.label().isPresent() ? "label/" : "grade/" + card.policy().id() + "/") + card.award());
        }

        private void score(Points score) {
            var measurement = part(card.policy().id() + "-score");
            add(dataset, node(DQV + "hasQualityMeasurement"), measurement);
            add(measurement, TYPE, node(DQV + "QualityMeasurement"));
            add(measurement, node(DQV + "computedOn"), dataset);
            add(measurement, node(DQV + "isMeasurementOf"), node(NS + "policy/" + card.policy().id() + "#score"));
            add(measurement, node(DQV + "value"), literal(score.decimal()));
            add(measurement, node(PROV + "wasGeneratedBy"), run);
        }

        private void measurements(Optional<DistributionId> distribution, List<DimensionScore> dimensions) {
            dimensions.forEach(dimension ->
                    dimension.measurements().forEach(each -> measurement(distribution, each)));
        }

        private void measurement(Optional<DistributionId> distribution, Measurement measured) {
            var subject = distribution
                    .map(id -> node(iris.distribution(id).toString()))
                    .orElse(dataset);
            var name = "%s-%s-%s"
                    .formatted(
                            card.policy().id(),
                            distribution.map(id -> String.valueOf(id.number())).orElse("dataset"),
                            measured.metric().id());
            var metric = node(NS + "metric/" + measured.metric().id());
            switch (measured.outcome()) {
                case Outcome.Passed passed -> value(name, subject, metric, true, distribution);
                case Outcome.Failed failed -> value(name, subject, metric, false, distribution);
                case Outcome.NotApplicable not -> {}
                case Outcome.NotMeasured not -> {}
            }
            assertion(name, subject, metric, measured.outcome());
        }

        private void value(
                String name, Node subject, Node metric, boolean value, Optional<DistributionId> distribution) {
            var measurement = part(name);
            add(subject, node(DQV + "hasQualityMeasurement"), measurement);
            add(measurement, TYPE, node(DQV + "QualityMeasurement"));
            add(measurement, node(DQV + "computedOn"), subject);
            add(measurement, node(DQV + "isMeasurementOf"), metric);
            add(measurement, node(DQV + "value"), literal(Boolean.toString(value), XSDDatatype.XSDboolean));
            add(measurement, node(PROV + "wasGeneratedBy"), run);
            card.inputs().distributions().stream()
                    .filter(each -> distribution.filter(each.distribution()::equals).isPresent())
                    .flatMap(each -> each.bytes().stream())
                    .forEach(bytes -> add(measurement, node(PROV + "wasDerivedFrom"), digest(bytes)));
        }

        private void assertion(String name, Node subject, Node metric, Outcome outcome) {
            var assertion = part(name + "-assertion");
            var result = part(name + "-result");
            add(assertion, TYPE, node(EARL + "Assertion"));
            add(assertion, node(EARL + "assertedBy"), engine);
            add(assertion, node(EARL + "subject"), subject);
            add(assertion, node(EARL + "test"), metric);
            add(assertion, node(EARL + "mode"), node(EARL + "automatic"));
            add(assertion, node(EARL + "result"), result);
            add(assertion, node(PROV + "wasGeneratedBy"), run);
            add(result, TYPE, node(EARL + "TestResult"));
            add(result, node(EARL + "outcome"), node(EARL + code(outcome)));
            switch (outcome) {
                case Outcome.Passed(var evidence) -> evidence(name, subject, result, evidence);
                case Outcome.Failed failed -> evidence(name, subject, result, failed.evidence());
                case Outcome.NotApplicable(var reason) -> info(result, reason);
                case Outcome.NotMeasured not -> info(result, not.reason());
            }
        }

        private void evidence(String name, Node subject, Node result, Evidence evidence) {
            info(result, evidence.finding().seen());
            evidence.finding().expected().byLanguage().forEach((language, said) ->
                    add(result, node(DCT + "description"), NodeFactory.createLiteralLang(said, language)));
            int number = 0;
            for (var place : evidence.samples()) {
                place(part(name + "-place-" + ++number), subject, result, place);
            }
        }

        private void place(Node pointer, Node subject, Node result, Place place) {
            add(result, node(EARL + "pointer"), pointer);
            add(pointer, TYPE, node(PTR + "Pointer"));
            add(pointer, node(PTR + "reference"), subject);
            add(pointer, RDFS.label.asNode(), text(where(place)));
            add(pointer, RDF.value.asNode(), text(place.seen()));
            if (place.line() > 0) {
                add(pointer, node(PTR + "lineNumber"), literal(String.valueOf(place.line()), XSDDatatype.XSDpositiveInteger));
            }
            if (place.offset() >= 0) {
                add(pointer, node(PTR + "offset"), literal(String.valueOf(place.offset()), XSDDatatype.XSDnonNegativeInteger));
            }
        }

        private void info(Node result, LangText said) {
            said.byLanguage()
                    .forEach((language, text) ->
                            add(result, node(EARL + "info"), NodeFactory.createLiteralLang(text, language)));
        }

        private Node policy() {
            return node(NS + "policy/" + card.policy().id());
        }

        private Node part(String name) {
            return node(metadata.getURI() + "#" + name);
        }
    }

    private static String where(Place place) {
        return Stream.of(
                        place.part(),
                        place.line() > 0 ? "line " + place.line() : "",
                        place.column() > 0 ? "column " + place.column() : "",
                        place.offset() >= 0 ? "byte " + place.offset() : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// EARL says "cannot tell" of what was tried and not decided, and "untested" of what was not tried.
    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> "passed";
            case Outcome.Failed failed -> "failed";
            case Outcome.NotApplicable not -> "inapplicable";
            case Outcome.NotMeasured not ->
                switch (not.cause()) {
                    case NOT_YET, PREREQUISITE -> "untested";
                    default -> "cantTell";
                };
        };
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(subject, predicate, object);
    }
}
