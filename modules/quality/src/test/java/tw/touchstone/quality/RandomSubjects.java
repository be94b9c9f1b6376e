package tw.touchstone.quality;

import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.described;
import static tw.touchstone.quality.Fixtures.documented;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.Rights;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Place;

/// Random subjects of every quality, and ways to fill in, to leave out and to break something of them.
final class RandomSubjects {

    private static final Dataset FULLY = described(1).dataset();

    /// Ways to leave something out of a dataset; the inverse of filling it in correctly.
    static final List<UnaryOperator<Dataset.Builder>> OMISSIONS = List.of(
            dataset -> dataset.keywords(List.of()),
            dataset -> dataset.themes(List.of()),
            dataset -> dataset.spatial(List.of()),
            dataset -> dataset.temporal(Optional.empty()),
            dataset -> dataset.accessRights(Optional.empty()),
            dataset -> dataset.contact(Optional.empty()),
            dataset -> dataset.publisher(Optional.empty()),
            dataset -> dataset.description(LangText.NONE),
            dataset -> dataset.type(Optional.empty()),
            dataset -> dataset.issued(Optional.empty()),
            dataset -> dataset.coverage(Optional.empty()),
            dataset -> dataset.provenance(Optional.empty()),
            dataset -> dataset.collection(Optional.empty()),
            dataset -> dataset.limits(Optional.empty()),
            dataset -> dataset.release(Optional.empty()));

    static final List<UnaryOperator<Distribution.Builder>> OMISSIONS_OF_DISTRIBUTIONS = List.of(
            each -> each.mediaType(Optional.empty()),
            each -> each.licence(Optional.empty()),
            each -> each.byteSize(Optional.empty()),
            each -> each.checksum(Optional.empty()),
            each -> each.rights(Optional.empty()),
            each -> each.issued(Optional.empty()),
            each -> each.modified(Optional.empty()),
            each -> each.format(Optional.empty()));

    static final List<UnaryOperator<Dataset.Builder>> FILLINGS = List.of(
            dataset -> dataset.keywords(List.of("人口")),
            dataset -> dataset.themes(List.of(URI.create("https://touchstone.tw/ns/theme/climate"))),
            dataset -> dataset.spatial(List.of(URI.create("https://touchstone.tw/ns/area/63000"))),
            dataset -> dataset.temporal(
                    Optional.of(new Period(Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty()))),
            dataset -> dataset.accessRights(Optional.of(Fixtures.PUBLIC)),
            dataset -> dataset.contact(
                    Optional.of(new ContactPoint(Optional.of("某"), Optional.empty(), Optional.empty()))),
            dataset -> dataset.publisher(Optional.of(new AgencyId("moi"))),
            dataset -> dataset.description(FULLY.description()),
            dataset -> dataset.type(FULLY.type()),
            dataset -> dataset.issued(FULLY.issued()),
            dataset -> dataset.coverage(FULLY.coverage()),
            dataset -> dataset.provenance(FULLY.provenance()),
            dataset -> dataset.collection(FULLY.collection()),
            dataset -> dataset.limits(FULLY.limits()),
            dataset -> dataset.release(FULLY.release()));

    static final List<UnaryOperator<Distribution.Builder>> FILLINGS_OF_DISTRIBUTIONS = List.of(
            each -> each.mediaType(Optional.of("text/csv")),
            each -> each.licence(Optional.of(Fixtures.LICENCE)),
            each -> each.byteSize(Optional.of(420L)),
            each -> each.checksum(Optional.of(Fixtures.filled().digest())),
            each -> each.rights(Optional.of(new Rights(LangText.zh("註明來源"), Optional.empty()))),
            each -> each.issued(Optional.of(NOW)),
            each -> each.modified(Optional.of(NOW.minusSeconds(864_000))),
            each -> each.format(Optional.of(FileFormat.CSV)));

    /// Where the declared format stands among the fillings of distributions.
    static final int FORMAT = FILLINGS_OF_DISTRIBUTIONS.size() - 1;

    /// Ways in which a file that was read breaks.
    static final List<UnaryOperator<DistributionFacts>> FAULTS = List.of(
            known -> holding(known, Fixtures.page()),
            known -> holding(known, Fixtures.bytes(FileFormat.CSV, Optional.empty(), new Content.Empty())),
            known -> holding(known, Fixtures.bytes(FileFormat.PDF, Optional.empty(), new Content.Opaque())),
            known -> holding(
                    known,
                    Fixtures.bytes(
                            FileFormat.JSON,
                            Optional.empty(),
                            new Content.Malformed("JSON ends inside an object", new Place(3, 1, 40, "{")))),
            known -> new DistributionFacts(known.bytes(), Optional.of(Fixtures.dead()), known.changed()));

    private RandomSubjects() {}

    private static DistributionFacts holding(DistributionFacts known, ByteFacts bytes) {
        return new DistributionFacts(Optional.of(bytes), known.link(), known.changed());
    }

    static boolean isPage(DistributionFacts known) {
        return known.bytes().equals(Optional.of(Fixtures.page()));
    }

    static Subject random(Random random) {
        var subject = random.nextBoolean() ? described(random.nextInt(4)) : documented(random.nextInt(4));
        for (int left = random.nextInt(5); left > 0; left--) {
            subject = random.nextBoolean()
                    ? change(subject, OMISSIONS.get(random.nextInt(OMISSIONS.size())))
                    : some(subject, random, OMISSIONS_OF_DISTRIBUTIONS.get(random.nextInt(OMISSIONS_OF_DISTRIBUTIONS.size())));
        }
        var facts = new HashMap<>(subject.facts());
        facts.replaceAll((_, known) -> spoiled(known, random));
        return new Subject(subject.dataset(), facts);
    }

    private static DistributionFacts spoiled(DistributionFacts known, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> DistributionFacts.NONE;
            case 1 -> new DistributionFacts(known.bytes(), Optional.of(Fixtures.undecided()));
            case 2 -> new DistributionFacts(known.bytes(), Optional.of(Fixtures.dead()));
            case 3 -> new DistributionFacts(Optional.of(Fixtures.page()), known.link());
            case 4 -> new DistributionFacts(Optional.of(Fixtures.filled(22, 1)), known.link(), Optional.of(NOW.minusSeconds(9_999_999)));
            default -> known;
        };
    }

    static Subject change(Subject subject, UnaryOperator<Dataset.Builder> change) {
        return new Subject(change.apply(subject.dataset().with()).build(), subject.facts());
    }

    static Subject each(Subject subject, UnaryOperator<Distribution.Builder> change) {
        return change(subject, dataset -> dataset.distributions(subject.dataset().distributions().stream()
                .map(each -> change.apply(each.with()).build())
                .toList()));
    }

    private static Subject some(Subject subject, Random random, UnaryOperator<Distribution.Builder> change) {
        return change(subject, dataset -> dataset.distributions(subject.dataset().distributions().stream()
                .map(each -> random.nextBoolean() ? change.apply(each.with()).build() : each)
                .toList()));
    }
}
