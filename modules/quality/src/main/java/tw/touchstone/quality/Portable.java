package tw.touchstone.quality;

import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tw.touchstone.model.Activity;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.LinkVerdict;

/// Subjects in a form that is the same on every machine: addresses of the catalogue itself are taken without their
/// base, and what only the catalogue knows (when it registered a dataset) or nobody judges (the order of distributions)
/// is left out. This is the form that is judged, so that no outcome can hang on what the digests do not cover.
final class Portable {

    /// Addresses that a catalogue mints for its own datasets and distributions, whatever base it has.
    private static final Pattern OURS = Pattern.compile(
            "https?://.*?/(datasets/[A-Za-z0-9._-]+|distributions/[A-Za-z0-9._-]+(?:/download|@[0-9a-f]{64})?)");

    /// What such an address is without the base.
    private static final Pattern RELATIVE = Pattern.compile("(?:datasets|distributions)/.+");

    private Portable() {}

    static Subject of(Subject subject) {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        subject.facts()
                .forEach((id, known) -> facts.put(
                        id,
                        new DistributionFacts(known.bytes(), known.link().map(Portable::portable), known.changed())));
        return new Subject(of(subject.dataset()), portable(subject.own()), facts);
    }

    private static DatasetFacts portable(DatasetFacts own) {
        return new DatasetFacts(own.twin(), own.replies(), own.sources().map(sources -> {
            var verdicts = new TreeMap<URI, LinkVerdict>();
            sources.verdicts().forEach((address, verdict) -> verdicts.put(withoutBase(address), verdict));
            return new DatasetFacts.Sources(verdicts);
        }));
    }

    static Dataset of(Dataset dataset) {
        var readdressed = readdressed(dataset, Portable::withoutBase);
        return readdressed.with()
                .registered(Optional.empty())
                .distributions(readdressed.distributions().stream()
                        .sorted(Comparator.comparing(Distribution::id))
                        .toList())
                .build();
    }

    /// A portable dataset in a catalogue with this base again.
    static Dataset in(Dataset portable, URI base) {
        return readdressed(portable, address -> RELATIVE.matcher(address.toString()).matches() ? base.resolve(address) : address);
    }

    private static Dataset readdressed(Dataset dataset, UnaryOperator<URI> to) {
        return dataset.with()
                .landingPage(dataset.landingPage().map(to))
                .provenance(dataset.provenance().map(each -> readdressed(each, to)))
                .distributions(dataset.distributions().stream()
                        .map(each -> readdressed(each, to))
                        .toList())
                .build();
    }

    private static Distribution readdressed(Distribution distribution, UnaryOperator<URI> to) {
        return distribution.with()
                .accessUrl(distribution.accessUrl().map(to))
                .downloadUrl(distribution.downloadUrl().map(to))
                .fields(distribution.fields().stream()
                        .map(each -> readdressed(each, to))
                        .toList())
                .build();
    }

    private static FieldDescription readdressed(FieldDescription field, UnaryOperator<URI> to) {
        return field.definition()
                .flatMap(FieldDefinition::references)
                .map(reference -> new FieldReference(to.apply(reference.resource()), reference.field()))
                .map(reference -> field.with(field.definition().orElseThrow().referring(reference)))
                .orElse(field);
    }

    private static Provenance readdressed(Provenance provenance, UnaryOperator<URI> to) {
        return new Provenance(
                provenance.creator(),
                provenance.statement(),
                provenance.sources().stream().map(to).toList(),
                provenance.derivedFrom().stream().map(to).toList(),
                provenance.citation(),
                provenance.activity().map(activity -> new Activity(
                        activity.agent(),
                        activity.started(),
                        activity.ended(),
                        activity.used().stream().map(to).toList())));
    }

    private static LinkStanding portable(LinkStanding link) {
        return new LinkStanding(
                link.decided().map(each -> new LinkStanding.Decided(each.since(), portable(each.probe()))),
                link.undecided().map(each -> new LinkStanding.Undecided(each.lastDecided(), portable(each.probe()))));
    }

    private static LinkProbe portable(LinkProbe probe) {
        return new LinkProbe(
                probe.at(),
                withoutBase(probe.url()),
                probe.hops(),
                probe.verdict(),
                probe.reason(),
                probe.headers(),
                probe.digest(),
                probe.received(),
                probe.capped());
    }

    private static URI withoutBase(URI address) {
        var text = address.toString();
        if (!text.contains("/distributions/") && !text.contains("/datasets/")) {
            return address;
        }
        var match = OURS.matcher(text);
        return match.matches() ? URI.create(match.group(1)) : address;
    }
}
