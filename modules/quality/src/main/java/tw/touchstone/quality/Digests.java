package tw.touchstone.quality;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.Activity;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;

/// Digests of inputs that are the same on every machine: addresses of the catalogue itself are taken without their
/// base, and what only the catalogue knows (when it registered a dataset) or nobody judges (the order of distributions)
/// is left out.
final class Digests {

    /// Addresses that a catalogue mints for its own datasets and distributions, whatever base it has.
    private static final Pattern OURS = Pattern.compile(
            "https?://.*?/(datasets/[A-Za-z0-9._-]+|distributions/[A-Za-z0-9._-]+(?:/download|@[0-9a-f]{64})?)");

    private Digests() {}

    static Sha256 of(Dataset dataset) {
        var portable = dataset.with()
                .registered(Optional.empty())
                .landingPage(dataset.landingPage().map(Digests::withoutBase))
                .provenance(dataset.provenance().map(Digests::portable))
                .distributions(dataset.distributions().stream()
                        .map(Digests::portable)
                        .sorted(Comparator.comparing(Distribution::id))
                        .toList())
                .build();
        return Sha256.of(QualityJson.canonical(portable));
    }

    static Inputs.FactDigests of(Distribution distribution, DistributionFacts facts) {
        return new Inputs.FactDigests(
                distribution.id(),
                facts.bytes().map(QualityJson::write).map(Sha256::of),
                facts.link().map(Digests::portable).map(QualityJson::write).map(Sha256::of),
                facts.changed().map(instant -> Sha256.of(instant.toString().getBytes(StandardCharsets.UTF_8))));
    }

    private static Distribution portable(Distribution distribution) {
        return distribution.with()
                .accessUrl(distribution.accessUrl().map(Digests::withoutBase))
                .downloadUrl(distribution.downloadUrl().map(Digests::withoutBase))
                .fields(distribution.fields().stream().map(Digests::portable).toList())
                .build();
    }

    private static FieldDescription portable(FieldDescription field) {
        return field.definition()
                .flatMap(FieldDefinition::references)
                .map(reference -> new FieldReference(withoutBase(reference.resource()), reference.field()))
                .map(reference -> field.with(field.definition().orElseThrow().referring(reference)))
                .orElse(field);
    }

    private static Provenance portable(Provenance provenance) {
        return new Provenance(
                provenance.creator(),
                provenance.statement(),
                provenance.sources().stream().map(Digests::withoutBase).toList(),
                provenance.derivedFrom().stream().map(Digests::withoutBase).toList(),
                provenance.citation(),
                provenance.activity().map(activity -> new Activity(
                        activity.agent(),
                        activity.started(),
                        activity.ended(),
                        activity.used().stream().map(Digests::withoutBase).toList())));
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
