package tw.touchstone.catalog.history;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.References;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Reference;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.Standards;
import tw.touchstone.quality.Subject;
import tw.touchstone.vocabulary.Vocabularies;

/// Cases of one dataset that differ in any kind of input; the same seed gives the same ones.
final class RandomCases {

    private static final DatasetId ID = new DatasetId("70001");
    private static final URI OURS = URI.create("datasets/70009");
    private static final URI LAW = URI.create("https://law.example/1");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Reference REFERENCE = References.of(Vocabularies.load());
    private static final List<Policy> POLICIES = PolicyFiles.load();
    private static final List<ByteFacts> BYTES = List.of(
            inspected("縣市代碼,人口數\n63000,2500000\n64000,2700000\n".getBytes(StandardCharsets.UTF_8)),
            inspected("縣市代碼,人口數\n63000,2500000\n".getBytes(Charset.forName("x-windows-950"))),
            inspected("<!DOCTYPE html><html><title>維護中</title></html>".getBytes(StandardCharsets.UTF_8)),
            inspected("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)),
            inspected("甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8)));

    private final Random random;

    RandomCases(Random random) {
        this.random = random;
    }

    Case next() {
        var dataset = dataset();
        var facts = new HashMap<DistributionId, DistributionFacts>();
        dataset.distributions().forEach(each -> facts.put(each.id(), facts()));
        return new Case(policy(), reference(), new Subject(dataset, corpus(verdict()), facts), instant());
    }

    /// The same case but for its bytes, and so on for the other kinds.
    Case otherBytes(Case of) {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        of.subject().dataset().distributions().forEach(each -> {
            var known = of.subject().factsOf(each.id());
            facts.put(each.id(), new DistributionFacts(Optional.of(one(BYTES)), known.link(), Optional.of(instant())));
        });
        return of.with(new Subject(of.subject().dataset(), of.subject().own(), facts));
    }

    /// The same bytes, of which a later inspector says what it would say of others.
    Case otherInspector(Case of) {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        of.subject().dataset().distributions().forEach(each -> {
            var known = of.subject().factsOf(each.id());
            var seen = known.bytes().map(bytes -> as(bytes.digest(), one(BYTES)));
            facts.put(each.id(), new DistributionFacts(seen, known.link(), known.changed()));
        });
        return of.with(new Subject(of.subject().dataset(), of.subject().own(), facts));
    }

    Case otherMetadata(Case of) {
        return of.with(new Subject(dataset(), of.subject().own(), of.subject().facts()));
    }

    Case otherCorpus(Case of) {
        var elsewhere = of.subject().own().answer(LAW);
        return of.with(new Subject(of.subject().dataset(), corpus(elsewhere), of.subject().facts()));
    }

    Case otherLinks(Case of) {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        of.subject().dataset().distributions().forEach(each -> {
            var known = of.subject().factsOf(each.id());
            facts.put(each.id(), new DistributionFacts(known.bytes(), known.link().map(this::askedAgain), known.changed()));
        });
        var own = of.subject().own();
        var asked = new DatasetFacts(own.twin(), own.replies(), sources(own.answer(OURS), verdict()));
        return of.with(new Subject(of.subject().dataset(), asked, facts));
    }

    Case otherInstant(Case of) {
        return of.at(instant());
    }

    Case otherPolicy(Case of) {
        return new Case(policy(), reference(), of.subject(), of.asOf());
    }

    private Policy policy() {
        return one(POLICIES);
    }

    private static ByteFacts inspected(byte[] bytes) {
        return switch (new Inspector().inspect(ByteSource.of(bytes))) {
            case Inspection.Inspected inspected -> inspected.facts();
            case Inspection.NotInspected not -> throw new AssertionError(not.reason());
        };
    }

    private static ByteFacts as(Sha256 digest, ByteFacts facts) {
        return new ByteFacts(
                digest,
                facts.size(),
                "later",
                facts.extent(),
                facts.format(),
                facts.formatEvidence(),
                facts.text(),
                facts.content(),
                facts.geo());
    }

    private Reference reference() {
        return random.nextBoolean()
                ? REFERENCE
                : new Reference(new Standards(List.of()), REFERENCE.terms(), REFERENCE.calendar());
    }

    private Dataset dataset() {
        var distributions = new ArrayList<Distribution>();
        for (int number = 1; number <= 1 + random.nextInt(3); number++) {
            distributions.add(Distribution.of(new DistributionId(ID, number))
                    .downloadUrl(Optional.of(URI.create("https://data.example/" + number + ".csv")))
                    .format(Optional.of(random.nextInt(4) == 0 ? FileFormat.JSON : FileFormat.CSV))
                    .encoding(Optional.of(random.nextBoolean() ? "UTF-8" : "BIG5"))
                    .fields(random.nextInt(4) == 0 ? List.of() : List.of(FieldDescription.named("縣市代碼")))
                    .build());
        }
        return Dataset.of(ID, new SourceRef(SourceRef.NATIONAL, "70001"), LangText.zh("人口"))
                .description(random.nextBoolean() ? LangText.zh("各縣市人口數，".repeat(10)) : LangText.NONE)
                .provenance(Optional.of(new Provenance(
                        Optional.empty(),
                        LangText.zh("依戶籍登記彙整"),
                        random.nextBoolean() ? List.of(LAW) : List.of(),
                        random.nextBoolean() ? List.of(OURS) : List.of(),
                        LangText.NONE,
                        Optional.empty())))
                .frequency(Frequency.parse(one(List.of("P1D", "P1M", "P1Y"))))
                .modified(Optional.of(instant()))
                .keywords(random.nextBoolean() ? List.of("人口") : List.of())
                .distributions(distributions)
                .build();
    }

    /// @param elsewhere how the source answers that is no dataset of the catalogue
    private DatasetFacts corpus(Optional<LinkVerdict> elsewhere) {
        var sources = sources(verdict(), elsewhere);
        return random.nextBoolean()
                ? new DatasetFacts(Optional.empty(), Optional.empty(), sources)
                : new DatasetFacts(
                        Optional.of(new DatasetFacts.Twin(
                                Optional.of(new DatasetId("70002")),
                                new Share(random.nextInt(10_001)),
                                Optional.of(instant()))),
                        Optional.empty(),
                        sources);
    }

    private static Optional<DatasetFacts.Sources> sources(Optional<LinkVerdict> ours, Optional<LinkVerdict> elsewhere) {
        var verdicts = new TreeMap<URI, LinkVerdict>();
        ours.ifPresent(each -> verdicts.put(OURS, each));
        elsewhere.ifPresent(each -> verdicts.put(LAW, each));
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(new DatasetFacts.Sources(verdicts));
    }

    private Optional<LinkVerdict> verdict() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(one(List.of(LinkVerdict.values())));
    }

    private DistributionFacts facts() {
        var bytes = random.nextInt(5) == 0 ? Optional.<ByteFacts>empty() : Optional.of(one(BYTES));
        var link = random.nextInt(5) == 0
                ? Optional.<LinkStanding>empty()
                : random.nextInt(5) == 0
                        ? bytes.map(each -> LinkStanding.of(LinkProbe.held(
                                BEGIN, URI.create("distributions/70001-1/download"), each.digest(), each.size())))
                        : Optional.of(observed());
        return new DistributionFacts(bytes, link, bytes.map(_ -> instant()));
    }

    /// A file that is ours is not asked for; that it is ours is the metadata's word.
    private LinkStanding askedAgain(LinkStanding known) {
        return known.probe().reason().equals("held") ? known : observed();
    }

    private LinkStanding observed() {
        var url = URI.create("https://data.example/1.csv");
        var verdict = one(List.of(LinkVerdict.values()));
        var at = instant();
        var probe = new LinkProbe(
                at, url, List.of(), verdict, "observed", new TreeMap<>(Map.of()), Optional.empty(), Optional.empty(), false);
        return verdict == LinkVerdict.UNDECIDED && random.nextBoolean()
                ? new LinkStanding(
                        Optional.of(new LinkStanding.Decided(at, decided(url, at))),
                        Optional.of(new LinkStanding.Undecided(Optional.of(at), probe)))
                : LinkStanding.of(probe);
    }

    private static LinkProbe decided(URI url, Instant at) {
        return new LinkProbe(
                at, url, List.of(), LinkVerdict.OK, "answered", new TreeMap<>(), Optional.empty(), Optional.empty(), false);
    }

    private Instant instant() {
        return BEGIN.plus(Duration.ofHours(random.nextInt(24 * 300)));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
