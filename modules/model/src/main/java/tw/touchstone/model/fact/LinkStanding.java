package tw.touchstone.model.fact;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a link stands: what all its observations amount to, as a judge needs it.
///
/// It does not change while observations say the same, however often the link is asked: every instant in it is that of
/// a *first* observation, except [Undecided#lastDecided], which cannot move while the link is undecided. At least one of
/// the two parts is there.
///
/// @param decided   the last decided verdict; empty where there never was one
/// @param undecided present while the newest observation allows no conclusion
public record LinkStanding(Optional<Decided> decided, Optional<Undecided> undecided) {

    public LinkStanding {
        if (decided.isEmpty() && undecided.isEmpty()) {
            throw new IllegalArgumentException("a link without any observation has no standing");
        }
    }

    /// A verdict that holds until another one is decided.
    ///
    /// @param since when this verdict was first observed with this reason, without another one between
    /// @param probe the first observation that says what the latest decided one says; its verdict is `OK` or `BROKEN`
    public record Decided(Instant since, LinkProbe probe) {
        public LinkVerdict verdict() {
            return probe.verdict();
        }

        public String reason() {
            return probe.reason();
        }
    }

    /// Nothing can be concluded at present.
    ///
    /// @param lastDecided when the link was last observed decided, from which the patience of the label runs; empty
    ///                    where it never was
    /// @param probe       the first undecided observation since
    public record Undecided(Optional<Instant> lastDecided, LinkProbe probe) {
        public Instant since() {
            return probe.at();
        }

        public String reason() {
            return probe.reason();
        }
    }

    /// The standing of a link that was observed once.
    public static LinkStanding of(LinkProbe first) {
        return first.verdict() == LinkVerdict.UNDECIDED
                ? new LinkStanding(Optional.empty(), Optional.of(new Undecided(Optional.empty(), first)))
                : new LinkStanding(Optional.of(new Decided(first.at(), first)), Optional.empty());
    }

    /// The standing after one more observation; equal to this one if that says nothing new. An observation of another
    /// address begins anew.
    ///
    /// @param lastDecided when the link was last observed decided before `newest`, if it ever was
    public LinkStanding after(LinkProbe newest, Optional<Instant> lastDecided) {
        if (!newest.url().equals(url())) {
            return of(newest);
        }
        if (newest.verdict() == LinkVerdict.UNDECIDED) {
            return undecided.isPresent()
                    ? this
                    : new LinkStanding(decided, Optional.of(new Undecided(lastDecided, newest)));
        }
        return new LinkStanding(
                decided.filter(each -> each.verdict() == newest.verdict()
                                && each.reason().equals(newest.reason()))
                        .map(each -> new Decided(
                                each.since(), each.probe().saysTheSameAs(newest) ? each.probe() : newest))
                        .or(() -> Optional.of(new Decided(newest.at(), newest))),
                Optional.empty());
    }

    /// The address that was observed.
    public URI url() {
        return probe().url();
    }

    /// The observation that tells the present state: the undecided one where there is one.
    public LinkProbe probe() {
        return Stream.concat(undecided.map(Undecided::probe).stream(), decided.map(Decided::probe).stream())
                .findFirst()
                .orElseThrow();
    }
}
