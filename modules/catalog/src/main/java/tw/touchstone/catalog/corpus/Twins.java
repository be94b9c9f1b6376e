package tw.touchstone.catalog.corpus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;

/// Every description that is compared, and the twin of each, in memory.
///
/// A twin once found stays the twin for as long as the two are that much alike, so that a neighbour that comes or goes
/// changes what is known of as few others as can be. Whether there is a twin at all hangs on the descriptions alone, not
/// on the order in which they came. Not thread-safe.
final class Twins {

    /// Where one twin is found already, no more than this many others are looked at for a nearer one.
    private static final int COMPARED = 256;

    private static final int SAME = 10_000;

    private final Map<DatasetId, Integer> numbers = new HashMap<>();
    private final List<Optional<Described>> byNumber = new ArrayList<>();
    private final Map<DatasetId, Set<DatasetId>> isTwinOf = new HashMap<>();
    private Postings postings = new Postings();
    private int dead;

    Twins(Collection<Described> known) {
        known.forEach(this::put);
    }

    Optional<Described> of(DatasetId dataset) {
        return Optional.ofNullable(numbers.get(dataset)).flatMap(byNumber::get);
    }

    /// The twin that a dataset has, or would have with this description.
    Optional<Likeness> likeness(DatasetId dataset, AgencyId agency, Sketch sketch, Instant now) {
        var known = of(dataset);
        if (known.filter(each -> each.isAbout(agency, sketch)).isPresent()) {
            return known.flatMap(Described::likeness);
        }
        return kept(known, agency, sketch).or(() -> look(dataset, agency, sketch).best(now));
    }

    /// Takes in a description.
    ///
    /// @return the others that have another twin than before
    Set<DatasetId> learn(DatasetId dataset, AgencyId agency, Sketch sketch, Instant now) {
        var known = of(dataset);
        if (known.filter(each -> each.isAbout(agency, sketch)).isPresent()) {
            return Set.of();
        }
        var likeness = likeness(dataset, agency, sketch, now);
        var followers = known.isPresent() ? remove(dataset) : Set.<DatasetId>of();
        put(new Described(dataset, agency, sketch, likeness));
        var touched = new LinkedHashSet<DatasetId>();
        followers.forEach(each -> anew(each, now, touched));
        // Whoever is like this one is like it both ways: without a twin of its own it is none to anybody.
        if (likeness.isPresent()) {
            look(dataset, agency, sketch).alone().forEach(each -> anew(each, now, touched));
        }
        return touched;
    }

    /// Lets go of a description.
    ///
    /// @return the others that have another twin than before
    Set<DatasetId> forget(DatasetId dataset, Instant now) {
        var touched = new LinkedHashSet<DatasetId>();
        remove(dataset).forEach(each -> anew(each, now, touched));
        return touched;
    }

    /// What a description is like.
    ///
    /// @param twin       the one that is most like it
    /// @param similarity how much; 0 where there is none
    /// @param alone      those like it that have no twin
    private record Look(Optional<DatasetId> twin, int similarity, List<DatasetId> alone) {
        Optional<Likeness> best(Instant now) {
            return twin.map(each -> new Likeness(each, similarity, now));
        }
    }

    /// The twin that is kept, although the description has become another.
    private Optional<Likeness> kept(Optional<Described> before, AgencyId agency, Sketch sketch) {
        return before.flatMap(Described::likeness).flatMap(likeness -> of(likeness.twin())
                .filter(twin -> twin.agency().equals(agency))
                .map(twin -> sketch.likeness(twin.sketch()))
                .filter(similarity -> similarity > 0)
                .map(similarity -> new Likeness(likeness.twin(), similarity, likeness.since())));
    }

    private void anew(DatasetId dataset, Instant now, Set<DatasetId> touched) {
        var known = of(dataset).orElseThrow();
        var likeness = kept(Optional.of(known), known.agency(), known.sketch())
                .or(() -> look(dataset, known.agency(), known.sketch()).best(now));
        known.likeness().ifPresent(each -> letGo(each.twin(), dataset));
        follow(dataset, likeness);
        if (!likeness.equals(known.likeness())) {
            byNumber.set(number(dataset), Optional.of(known.with(likeness)));
            touched.add(dataset);
        }
    }

    private Look look(DatasetId dataset, AgencyId agency, Sketch sketch) {
        var found = new Finding(dataset, agency, sketch);
        for (int key : sketch.keys()) {
            postings.each(key(agency, key), found::consider);
        }
        return new Look(found.best, found.similarity, found.alone);
    }

    private final class Finding {
        private final DatasetId dataset;
        private final AgencyId agency;
        private final Sketch sketch;
        private final BitSet considered = new BitSet();
        private final List<DatasetId> alone = new ArrayList<>();
        private Optional<DatasetId> best = Optional.empty();
        private int similarity;
        private int compared;

        private Finding(DatasetId dataset, AgencyId agency, Sketch sketch) {
            this.dataset = dataset;
            this.agency = agency;
            this.sketch = sketch;
        }

        private void consider(int number) {
            if (!considered.get(number)) {
                considered.set(number);
                byNumber.get(number)
                        .filter(each -> each.agency().equals(agency) && !each.dataset().equals(dataset))
                        .filter(each -> each.likeness().isEmpty() || isStillLooking())
                        .ifPresent(this::compare);
            }
        }

        private boolean isStillLooking() {
            return similarity == 0 || (similarity < SAME && compared < COMPARED);
        }

        private void compare(Described other) {
            compared++;
            int like = sketch.likeness(other.sketch());
            if (like == 0) {
                return;
            }
            if (other.likeness().isEmpty()) {
                alone.add(other.dataset());
            }
            boolean nearer = like > similarity
                    || (like == similarity
                            && best.filter(each -> other.dataset().compareTo(each) < 0).isPresent());
            if (nearer) {
                similarity = like;
                best = Optional.of(other.dataset());
            }
        }
    }

    private int number(DatasetId dataset) {
        return Optional.ofNullable(numbers.get(dataset)).orElseThrow();
    }

    private void put(Described described) {
        int number = byNumber.size();
        byNumber.add(Optional.of(described));
        numbers.put(described.dataset(), number);
        for (int key : described.sketch().keys()) {
            postings.add(key(described.agency(), key), number);
        }
        follow(described.dataset(), described.likeness());
    }

    private void follow(DatasetId dataset, Optional<Likeness> likeness) {
        likeness.ifPresent(
                each -> isTwinOf.computeIfAbsent(each.twin(), _ -> new LinkedHashSet<>()).add(dataset));
    }

    /// @return those whose twin it was
    private Set<DatasetId> remove(DatasetId dataset) {
        var known = of(dataset);
        if (known.isEmpty()) {
            return Set.of();
        }
        byNumber.set(number(dataset), Optional.empty());
        numbers.remove(dataset);
        known.get().likeness().ifPresent(each -> letGo(each.twin(), dataset));
        var followers = Optional.ofNullable(isTwinOf.remove(dataset)).orElse(Set.of());
        dead++;
        if (dead > 1_000 && dead > numbers.size()) {
            renumber();
        }
        return followers;
    }

    private void letGo(DatasetId twin, DatasetId follower) {
        var followers = Optional.ofNullable(isTwinOf.get(twin)).orElse(Set.of());
        if (followers.contains(follower)) {
            followers.remove(follower);
            if (followers.isEmpty()) {
                isTwinOf.remove(twin);
            }
        }
    }

    private void renumber() {
        var alive = byNumber.stream().flatMap(Optional::stream).toList();
        byNumber.clear();
        numbers.clear();
        isTwinOf.clear();
        postings = new Postings();
        dead = 0;
        alive.forEach(this::put);
    }

    private static int key(AgencyId agency, int hash) {
        return agency.hashCode() * 31 + hash;
    }
}
