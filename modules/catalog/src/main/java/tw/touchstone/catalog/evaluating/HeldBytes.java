package tw.touchstone.catalog.evaluating;

import java.time.Instant;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.Iris;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;

/// Bytes that a catalogue holds itself and gives out under its own address.
public final class HeldBytes {

    private HeldBytes() {}

    /// Whether the distribution is a file of the catalogue with these IRIs.
    public static boolean are(Distribution distribution, Iris iris) {
        return distribution.checksum().isPresent()
                && distribution
                        .downloadUrl()
                        .filter(iris.download(distribution.id())::equals)
                        .isPresent();
    }

    /// What their link amounts to: they need no request to be there; the observation is as old as the bytes.
    public static LinkStanding standing(Distribution distribution, Iris iris) {
        return LinkStanding.of(LinkProbe.held(
                distribution.modified().orElse(Instant.EPOCH),
                iris.download(distribution.id()),
                distribution.checksum().orElseThrow(),
                distribution.byteSize().orElse(0L)));
    }
}
