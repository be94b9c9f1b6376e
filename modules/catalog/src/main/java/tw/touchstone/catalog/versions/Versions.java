package tw.touchstone.catalog.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.evaluating.HeldBytes;
import tw.touchstone.catalog.evaluating.ScorecardHistory;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.InputDocuments;
import tw.touchstone.quality.JsonReading;

/// The earlier versions of datasets and of the files kept here.
///
/// Nothing is stored for it: each published change is judged, and a scorecard keeps the metadata that it was computed from
/// (ADR 35), with the checksum of each file. A version begins when it was judged, moments after it was published. Bytes
/// behind links elsewhere are not kept, so they have no versions. Thread-safe.
public final class Versions {

    /// So many of the newest scorecards are looked through.
    static final int MOST = 2_000;

    private final ScorecardHistory scorecards;
    private final Archive archive;
    private final Iris iris;
    private final String policy;

    /// @param policy whose scorecards are looked through: one that every dataset is judged under
    public Versions(ScorecardHistory scorecards, Archive archive, Iris iris, String policy) {
        this.scorecards = scorecards;
        this.archive = archive;
        this.iris = iris;
        this.policy = policy;
    }

    /// What was declared of a dataset, oldest first.
    public List<MetadataVersion> metadata(DatasetId dataset) {
        var versions = new ArrayList<MetadataVersion>();
        for (var scorecard : newest(dataset)) {
            digest(scorecard).ifPresent(digest -> {
                if (versions.isEmpty()) {
                    versions.add(new MetadataVersion(digest, scorecard.evaluatedAt(), Optional.empty()));
                } else if (!versions.getLast().digest().equals(digest)) {
                    versions.add(versions.removeLast().until(scorecard.evaluatedAt()));
                    versions.add(new MetadataVersion(digest, scorecard.evaluatedAt(), Optional.empty()));
                }
            });
        }
        return versions;
    }

    /// What was declared at an instant; empty before the first version.
    public Optional<MetadataVersion> metadata(DatasetId dataset, Instant at) {
        return metadata(dataset).stream()
                .filter(each -> !each.from().isAfter(at))
                .reduce((_, later) -> later);
    }

    /// The newest version with this digest; empty where the dataset never had it.
    public Optional<MetadataVersion> metadata(DatasetId dataset, Sha256 digest) {
        return metadata(dataset).stream()
                .filter(each -> each.digest().equals(digest))
                .reduce((_, later) -> later);
    }

    /// The dataset as it was; empty where that is of a form that is not read any more.
    public Optional<Dataset> dataset(MetadataVersion version) {
        return archive.read(version.digest())
                .flatMap(bytes -> switch (InputDocuments.dataset(bytes, iris.base())) {
                    case JsonReading.Value<Dataset>(Dataset dataset) -> Optional.of(dataset);
                    case JsonReading.Refused<Dataset> _ -> Optional.empty();
                });
    }

    /// The metadata of a version in canonical JSON, the catalogue's own addresses without their base.
    public Optional<byte[]> document(MetadataVersion version) {
        return archive.read(version.digest());
    }

    /// The bytes that a distribution had, oldest first; those that are not kept any more among them.
    public List<FileVersion> files(DistributionId id) {
        var versions = new ArrayList<FileVersion>();
        for (var metadata : metadata(id.dataset())) {
            var described = dataset(metadata);
            if (described.isEmpty()) {
                continue;
            }
            var held = described.get().distribution(id).filter(this::isHeld);
            var last = versions.isEmpty() || versions.getLast().until().isPresent()
                    ? Optional.<FileVersion>empty()
                    : Optional.of(versions.getLast());
            var digest = held.flatMap(Distribution::checksum);
            if (last.map(FileVersion::digest).equals(digest)) {
                continue;
            }
            if (last.isPresent()) {
                versions.add(versions.removeLast().until(metadata.from()));
            }
            digest.ifPresent(each -> versions.add(
                    new FileVersion(held.orElseThrow(), each, metadata.from(), Optional.empty())));
        }
        return versions;
    }

    /// The bytes that a distribution had at an instant; empty where it had none.
    public Optional<FileVersion> file(DistributionId id, Instant at) {
        return files(id).stream()
                .filter(each -> !each.from().isAfter(at))
                .filter(each -> each.until().map(end -> end.isAfter(at)).orElse(true))
                .findFirst();
    }

    /// The bytes with this digest, if the distribution ever had them; nobody gets at other files by guessing.
    public Optional<FileVersion> file(DistributionId id, Sha256 digest) {
        return files(id).stream()
                .filter(each -> each.digest().equals(digest))
                .reduce((_, later) -> later);
    }

    private boolean isHeld(Distribution distribution) {
        return HeldBytes.are(distribution, iris);
    }

    private List<StoredScorecard> newest(DatasetId dataset) {
        var all = scorecards.history(dataset, policy);
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private Optional<Sha256> digest(StoredScorecard scorecard) {
        return archive.read(scorecard.scorecard()).flatMap(InputDocuments::metadataOf);
    }
}
