package tw.touchstone.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextFacts;

/// A scorecard in the words of the national quality engine: six flags, for the dataset and for every distribution.
///
/// @param dataset       folded over the distributions: one fault is a fault, else one unknown is unknown
/// @param distributions in the order of their numbers
public record NationalVerdict(Flags dataset, List<Resource> distributions) {

    public NationalVerdict {
        distributions = List.copyOf(distributions);
    }

    /// One distribution. Nothing is said of a file that could not be downloaded.
    ///
    /// @param encoding `UTF-8`, `BIG5` or another name in capitals; empty where unknown
    /// @param fields   column names or names of the records' fields
    /// @param amount   rows or records
    /// @param fileType the format's short name, for example `csv`; empty where unknown
    public record Resource(
            DistributionId id, Flags flags, String encoding, List<String> fields, long amount, String fileType) {

        public Resource {
            fields = List.copyOf(fields);
        }
    }

    /// The engine's flags: 1 passed, 0 failed, 2 could not be judged.
    public record Flags(int linkable, int downloadable, int structure, int encodingMatch, int descMatch, int csv) {}

    /// Retells a scorecard; the subject must be the one it was computed from.
    ///
    /// @throws IllegalArgumentException if the scorecard's policy does not measure all six
    public static NationalVerdict of(Scorecard scorecard, Subject subject) {
        var resources = scorecard.distributions().stream()
                .map(score -> resource(score, subject.factsOf(score.distribution())))
                .toList();
        return new NationalVerdict(fold(resources.stream().map(Resource::flags).toList()), resources);
    }

    private static Resource resource(DistributionScore score, DistributionFacts facts) {
        var flags = new Flags(
                flag(score, Metric.LINKABLE),
                flag(score, Metric.DOWNLOADABLE),
                flag(score, Metric.STRUCTURE),
                flag(score, Metric.ENCODING_MATCH),
                flag(score, Metric.DESC_MATCH),
                flag(score, Metric.CSV));
        var known = flags.downloadable == 1 ? facts.bytes() : Optional.<ByteFacts>empty();
        return known.map(bytes -> new Resource(
                        score.distribution(),
                        flags,
                        bytes.text().map(NationalVerdict::encoding).orElse(""),
                        fields(bytes.content()),
                        amount(bytes.content()),
                        bytes.format().code()))
                .orElseGet(() -> new Resource(score.distribution(), flags, "", List.of(), 0, ""));
    }

    private static int flag(DistributionScore score, Metric metric) {
        var outcome = score.outcome(metric)
                .orElseThrow(() -> new IllegalArgumentException("the scorecard does not measure " + metric.id()));
        return switch (outcome) {
            case Outcome.Passed _, Outcome.NotApplicable _ -> 1;
            case Outcome.Failed _ -> 0;
            case Outcome.NotMeasured _ -> 2;
        };
    }

    private static Flags fold(List<Flags> all) {
        return new Flags(
                fold(all.stream().map(Flags::linkable)),
                fold(all.stream().map(Flags::downloadable)),
                fold(all.stream().map(Flags::structure)),
                fold(all.stream().map(Flags::encodingMatch)),
                fold(all.stream().map(Flags::descMatch)),
                fold(all.stream().map(Flags::csv)));
    }

    private static int fold(Stream<Integer> flags) {
        return flags.min(Comparator.comparingInt(flag -> List.of(0, 2, 1).indexOf(flag))).orElse(2);
    }

    private static String encoding(TextFacts text) {
        return switch (text.encoding()) {
            case ASCII, UTF_8 -> "UTF-8";
            case BIG5, CP950, BIG5_HKSCS -> "BIG5";
            case UNKNOWN -> "";
            default -> text.encoding().display();
        };
    }

    private static List<String> fields(Content content) {
        return switch (content) {
            case Content.Tables(var tables) ->
                tables.stream().flatMap(table -> table.header().stream()).toList();
            case Content.Tree(var profile) ->
                profile.fields().stream().map(FieldPresence::name).toList();
            default -> List.of();
        };
    }

    private static long amount(Content content) {
        return switch (content) {
            case Content.Tables(var tables) ->
                tables.stream().mapToLong(TableProfile::rows).sum();
            case Content.Tree(var profile) -> profile.records();
            default -> 0;
        };
    }
}
