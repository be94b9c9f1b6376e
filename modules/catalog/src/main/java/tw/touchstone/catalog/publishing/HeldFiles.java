package tw.touchstone.catalog.publishing;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.archive.Stored;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.Iris;

/// States in a distribution's metadata which of our files are its bytes.
final class HeldFiles {

    private final Iris iris;

    HeldFiles(Iris iris) {
        this.iris = iris;
    }

    /// The distribution with these bytes; its declared format and encoding stay what the publisher declared.
    Distribution attach(Distribution distribution, Stored.Kept kept, Instant now) {
        return distribution
                .with()
                .downloadUrl(Optional.of(iris.download(distribution.id())))
                .accessUrl(distribution.accessUrl().or(() -> Optional.of(iris.dataset(distribution.id().dataset()))))
                .byteSize(Optional.of(kept.size()))
                .checksum(Optional.of(kept.digest()))
                .modified(Optional.of(now))
                .build();
    }

    /// Whether the distribution says that its bytes are ours.
    boolean isHeld(Distribution distribution) {
        return distribution.checksum().isPresent()
                && distribution.downloadUrl().filter(iris.download(distribution.id())::equals).isPresent();
    }

    /// A dataset in which every distribution has an address.
    Dataset awaited(Dataset dataset) {
        return dataset.with()
                .distributions(dataset.distributions().stream().map(this::awaited).toList())
                .build();
    }

    /// A distribution that has no address yet leads to the dataset's page, where its file is awaited.
    private Distribution awaited(Distribution distribution) {
        return distribution.url().isPresent()
                ? distribution
                : distribution
                        .with()
                        .accessUrl(Optional.of(iris.dataset(distribution.id().dataset())))
                        .build();
    }
}
