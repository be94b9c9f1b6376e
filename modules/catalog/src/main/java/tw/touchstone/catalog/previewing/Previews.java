package tw.touchstone.catalog.previewing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.Stored;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.Unpublished;
import tw.touchstone.catalog.inspecting.Inspections;
import tw.touchstone.catalog.inspecting.KnownLink;
import tw.touchstone.catalog.inspecting.LinkChecking;
import tw.touchstone.catalog.inspecting.LinkHistory;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.catalog.inspecting.Scratch;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.link.LinkInspector;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.vocabulary.conformance.Conformance;
import tw.touchstone.vocabulary.profile.DatasetRdf;

/// Judges drafts by the very code that judges what is published, and stores nothing.
///
/// A draft gets the numbers and addresses that publishing would give it; its files are looked at in a scratch file, its
/// addresses elsewhere are asked once, politely and briefly. Thread-safe.
public final class Previews {

    /// So many addresses of one draft are asked; somebody waits for the answer.
    public static final int LINKS = 8;

    /// What one address may take of that somebody's time, and of our disk.
    public static final FetchLimits LIMITS =
            FetchLimits.STANDARD.withTotal(Duration.ofSeconds(30)).withBytes(64 << 20);

    private static final int BUFFER = 1 << 16;
    private static final int CUT = -2;

    private final Publishing publishing;
    private final Evaluations evaluations;
    private final Inspections inspections;
    private final LinkHistory history;
    private final Archive archive;
    private final Conformance conformance;
    private final Inspector inspector = new Inspector();
    private final LinkInspector links;
    private final LinkSettings settings;
    private final Scratch scratch;
    private final Iris iris;
    private final long limit;

    /// The catalogue's previews.
    ///
    /// @param links asks within [#LIMITS]
    /// @param limit greatest size of one file, in bytes
    public Previews(
            Publishing publishing,
            Evaluations evaluations,
            Inspections inspections,
            LinkHistory history,
            Archive archive,
            Conformance conformance,
            LinkInspector links,
            LinkSettings settings,
            Scratch scratch,
            Iris iris,
            long limit) {
        this.publishing = publishing;
        this.evaluations = evaluations;
        this.inspections = inspections;
        this.history = history;
        this.archive = archive;
        this.conformance = conformance;
        this.links = links;
        this.settings = settings;
        this.scratch = scratch;
        this.iris = iris;
        this.limit = limit;
    }

    /// Looks at a file without keeping it; the stream is read once and not closed.
    public LookedAt look(InputStream bytes) {
        return scratch.with(file -> {
            long received = 0;
            try (var out = Files.newOutputStream(file)) {
                var buffer = new byte[BUFFER];
                int read = read(bytes, buffer);
                while (read > 0) {
                    received += read;
                    if (received > limit) {
                        return new LookedAt.TooLarge(limit);
                    }
                    out.write(buffer, 0, read);
                    read = read(bytes, buffer);
                }
                if (read == CUT) {
                    return new LookedAt.CutOff(received);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return received == 0 ? new LookedAt.Empty() : inspect(file);
        });
    }

    /// Trouble of the sender is told apart from trouble of our disk.
    private static int read(InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (IOException brokenOff) {
            return CUT;
        }
    }

    private LookedAt inspect(Path file) {
        return switch (inspector.inspect(file)) {
            case Inspection.Inspected(ByteFacts facts) -> new LookedAt.Seen(facts);
            case Inspection.NotInspected(String reason) -> new LookedAt.NotInspected(reason);
        };
    }

    /// Judges a draft as if it were published now.
    ///
    /// @param current the published dataset that the draft would revise; empty for a new one
    /// @param files   what was seen of files that would be uploaded, by the place of their distribution in the draft
    public Preview judge(Dataset draft, Optional<Dataset> current, Map<Integer, ByteFacts> files) {
        var dataset = withFiles(
                current.map(each -> publishing.asRevised(each, draft)).orElseGet(() -> publishing.asRegistered(draft)),
                files);
        var facts = new HashMap<Sha256, ByteFacts>();
        files.values().forEach(each -> facts.put(each.digest(), each));
        dataset.distributions().stream()
                .filter(publishing::isHeld)
                .flatMap(each -> each.checksum().stream())
                .filter(digest -> !facts.containsKey(digest) && archive.contains(digest))
                .toList()
                .forEach(digest -> facts.put(digest, inspections.facts(digest)));
        var asked = ask(dataset);
        facts.putAll(asked.facts());
        var subject = evaluations.subject(dataset, new Unpublished(facts, asked.links()));
        var policies = evaluations.policies();
        return new Preview(
                dataset,
                conformance.check(DatasetRdf.write(dataset, iris)),
                policies,
                evaluations.preview(policies, subject),
                asked.unasked());
    }

    private Dataset withFiles(Dataset dataset, Map<Integer, ByteFacts> files) {
        var distributions = new ArrayList<>(dataset.distributions());
        files.forEach((place, facts) -> distributions.set(
                place, publishing.held(distributions.get(place), new Stored.Kept(facts.digest(), facts.size()))));
        return dataset.with().distributions(distributions).build();
    }

    /// What was learnt from the addresses of a draft.
    private record Asked(
            Map<DistributionId, KnownLink> links, Map<Sha256, ByteFacts> facts, List<DistributionId> unasked) {}

    /// Asks the addresses of which nothing is known yet.
    private Asked ask(Dataset dataset) {
        var known = history.of(List.of(dataset.id()));
        var found = new Asked(new HashMap<>(), new HashMap<>(), new ArrayList<>());
        for (var distribution : dataset.distributions()) {
            var url = distribution.url().filter(each -> !each.toString().startsWith(iris.base().toString()));
            boolean asked = Optional.ofNullable(known.get(distribution.id()))
                    .filter(each -> url.equals(Optional.of(each.standing().url())))
                    .isPresent();
            if (url.isEmpty() || asked) {
                continue;
            }
            if (settings.which() == LinkChecking.NONE || found.links().size() >= LINKS) {
                found.unasked().add(distribution.id());
            } else {
                ask(distribution, found);
            }
        }
        return found;
    }

    private void ask(Distribution distribution, Asked found) {
        var probed = scratch.with(
                file -> links.probe(distribution.url().orElseThrow(), distribution.format(), file));
        var probe = probed.probe();
        if (probe.reason().equals("host-busy") || probe.capped()) {
            // Nothing was observed, or less than the schedule would observe with its greater patience.
            found.unasked().add(distribution.id());
            return;
        }
        var snapshot = probe.digest().filter(_ -> probe.verdict() == LinkVerdict.OK);
        snapshot.ifPresent(_ -> probed.facts().ifPresent(facts -> found.facts().put(facts.digest(), facts)));
        found.links().put(distribution.id(), first(probe, snapshot));
    }

    /// What a first observation amounts to; see [LinkHistory#observe].
    private static KnownLink first(LinkProbe probe, Optional<Sha256> snapshot) {
        return new KnownLink(LinkStanding.of(probe), probe.at(), snapshot, snapshot.map(_ -> probe.at()));
    }
}
