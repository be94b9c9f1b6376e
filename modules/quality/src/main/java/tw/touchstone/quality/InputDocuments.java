package tw.touchstone.quality;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkStanding;

/// The documents that a scorecard's [Inputs] are the digests of, and the way back from them.
///
/// Whoever keeps them by digest can judge anew, years later and on another machine, what was judged once.
public final class InputDocuments {

    private InputDocuments() {}

    /// What came of going back.
    public sealed interface Rebuilding {

        /// Everything is there, as it was judged.
        record Rebuilt(Subject subject, Reference reference) implements Rebuilding {}

        /// A document is missing, or is of a form that this version does not read.
        record NotRebuilt(Sha256 document, String reason) implements Rebuilding {}
    }

    /// The digests of a subject's metadata and facts, and the documents themselves.
    record Named(Inputs inputs, SortedMap<Sha256, byte[]> documents) {}

    /// Names the inputs of a subject in portable form, its distributions in the order of their numbers.
    static Named name(Subject portable, Reference reference) {
        var documents = new Collected();
        var own = portable.own();
        var inputs = new Inputs(
                documents.add(QualityJson.canonical(portable.dataset())),
                reference.standards().digest(),
                reference.terms().digest(),
                reference.readiness().digest(),
                reference.calendar().digest(),
                own.twin().map(each -> documents.add(QualityJson.canonical(each))),
                own.replies().map(each -> documents.add(QualityJson.canonical(each))),
                own.sources().map(each -> documents.add(QualityJson.canonical(each))),
                portable.dataset().distributions().stream()
                        .map(each -> documents.name(each.id(), portable.factsOf(each.id())))
                        .toList());
        return new Named(inputs, documents.byDigest());
    }

    /// What all subjects are judged against, by digest.
    public static SortedMap<Sha256, byte[]> of(Reference reference) {
        var documents = new Collected();
        documents.add(QualityJson.canonical(reference.standards().fields()));
        documents.add(QualityJson.canonical(reference.terms().lists()));
        documents.add(QualityJson.canonical(reference.readiness().lists()));
        documents.add(QualityJson.canonical(reference.calendar().calendar()));
        return documents.byDigest();
    }

    /// The digests of all documents of these inputs.
    public static SortedSet<Sha256> digests(Inputs inputs) {
        var digests = new TreeSet<Sha256>();
        digests.add(inputs.metadata());
        digests.add(inputs.standards());
        digests.add(inputs.terms());
        digests.add(inputs.readiness());
        digests.add(inputs.calendar());
        inputs.twin().ifPresent(digests::add);
        inputs.replies().ifPresent(digests::add);
        inputs.sources().ifPresent(digests::add);
        inputs.distributions().forEach(each -> Stream.of(each.bytes(), each.link(), each.changed())
                .flatMap(Optional::stream)
                .forEach(digests::add));
        return digests;
    }

    /// Goes back from digests to what was judged.
    ///
    /// @param documents finds a document by its digest
    public static Rebuilding read(Inputs inputs, Function<Sha256, Optional<byte[]>> documents) {
        return new Reader(documents).read(inputs);
    }

    /// The digest of the metadata that a scorecard was computed from, whatever engine made it; empty where the document
    /// names none.
    public static Optional<Sha256> metadataOf(byte[] scorecard) {
        return QualityJson.text(scorecard, "/inputs/metadata")
                .filter(Sha256::isValid)
                .map(Sha256::new);
    }

    /// The dataset that a metadata document describes, with the catalogue's own addresses under its base again. When it
    /// was registered is not in it.
    public static JsonReading<Dataset> dataset(byte[] metadata, URI base) {
        return switch (QualityJson.readDataset(metadata)) {
            case JsonReading.Value<Dataset>(Dataset dataset) -> new JsonReading.Value<>(Portable.in(dataset, base));
            case JsonReading.Refused<Dataset> refused -> refused;
        };
    }

    private static byte[] text(Instant instant) {
        return instant.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final class Collected {
        private final TreeMap<Sha256, byte[]> documents = new TreeMap<>();

        private Sha256 add(byte[] document) {
            var digest = Sha256.of(document);
            documents.put(digest, document);
            return digest;
        }

        private Inputs.FactDigests name(DistributionId distribution, DistributionFacts facts) {
            return new Inputs.FactDigests(
                    distribution,
                    facts.bytes().map(each -> add(QualityJson.write(each))),
                    facts.link().map(each -> add(QualityJson.write(each))),
                    facts.changed().map(each -> add(text(each))));
        }

        private SortedMap<Sha256, byte[]> byDigest() {
            return Collections.unmodifiableSortedMap(documents);
        }
    }

    private record Reader(Function<Sha256, Optional<byte[]>> documents) {

        Rebuilding read(Inputs inputs) {
            try {
                var facts = new HashMap<DistributionId, DistributionFacts>();
                for (var each : inputs.distributions()) {
                    facts.put(each.distribution(), facts(each));
                }
                var dataset = value(inputs.metadata(), QualityJson::readDataset);
                var own = new DatasetFacts(
                        optional(inputs.twin(), json -> QualityJson.read(json, DatasetFacts.Twin.class)),
                        optional(inputs.replies(), json -> QualityJson.read(json, DatasetFacts.Replies.class)),
                        optional(inputs.sources(), json -> QualityJson.read(json, DatasetFacts.Sources.class)));
                return new Rebuilding.Rebuilt(new Subject(dataset, own, facts), reference(inputs));
            } catch (Unreadable e) {
                return new Rebuilding.NotRebuilt(e.document, e.reason);
            }
        }

        private DistributionFacts facts(Inputs.FactDigests digests) throws Unreadable {
            Optional<ByteFacts> bytes = optional(digests.bytes(), QualityJson::readByteFacts);
            Optional<LinkStanding> link = optional(digests.link(), QualityJson::readLinkStanding);
            Optional<Instant> changed = digests.changed().isPresent()
                    ? Optional.of(instant(digests.changed().get()))
                    : Optional.empty();
            return new DistributionFacts(bytes, link, changed);
        }

        private Reference reference(Inputs inputs) throws Unreadable {
            List<StandardField> fields =
                    value(inputs.standards(), json -> QualityJson.read(json, new TypeReference<List<StandardField>>() {}));
            var lists = value(inputs.terms(), json -> QualityJson.read(json, KnownTerms.Lists.class));
            var readiness = value(inputs.readiness(), json -> QualityJson.read(json, Readiness.Lists.class));
            var calendar = value(inputs.calendar(), json -> QualityJson.read(json, WorkingDays.Calendar.class));
            return new Reference(new Standards(fields), new KnownTerms(lists), new Readiness(readiness), new WorkingDays(calendar));
        }

        private Instant instant(Sha256 digest) throws Unreadable {
            try {
                return Instant.parse(new String(document(digest), StandardCharsets.UTF_8));
            } catch (DateTimeException e) {
                throw new Unreadable(digest, "not an instant");
            }
        }

        private <T> Optional<T> optional(Optional<Sha256> digest, Function<byte[], JsonReading<T>> reader)
                throws Unreadable {
            return digest.isPresent() ? Optional.of(value(digest.get(), reader)) : Optional.empty();
        }

        private <T> T value(Sha256 digest, Function<byte[], JsonReading<T>> reader) throws Unreadable {
            return switch (reader.apply(document(digest))) {
                case JsonReading.Value<T>(T value) -> value;
                case JsonReading.Refused<T> refused ->
                    throw new Unreadable(
                            digest,
                            "line %d, column %d, %s: %s"
                                    .formatted(refused.line(), refused.column(), refused.field(), refused.message()));
            };
        }

        private byte[] document(Sha256 digest) throws Unreadable {
            return documents.apply(digest).orElseThrow(() -> new Unreadable(digest, "missing"));
        }
    }

    /// Ends the reading; never leaves this class.
    private static final class Unreadable extends Exception {
        private final transient Sha256 document;
        private final String reason;

        private Unreadable(Sha256 document, String reason) {
            super(reason, null, false, false);
            this.document = document;
            this.reason = reason;
        }
    }
}
