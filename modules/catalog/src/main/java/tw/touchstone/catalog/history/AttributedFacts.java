package tw.touchstone.catalog.history;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tw.touchstone.catalog.corpus.Corpus;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.Subject;

/// Whose part it is that a dataset's neighbours and sources are others than before.
///
/// A new description brings its twin along, and a source that is newly named its standing: that is the editor's part.
/// Twins of the same description, comments, and sources of this catalogue are the corpus'; how addresses elsewhere answer
/// is the network's.
record AttributedFacts(Subject old, Subject fresh) {

    DatasetFacts afterMetadata() {
        boolean rewritten = !old.dataset().description().equals(fresh.dataset().description())
                || !old.dataset().publisher().equals(fresh.dataset().publisher());
        return new DatasetFacts(
                rewritten ? fresh.own().twin() : old.own().twin(),
                old.own().replies(),
                answers(newlyNamed()));
    }

    DatasetFacts afterCorpus() {
        var taken = newlyNamed();
        addresses().stream().filter(each -> !each.isAbsolute()).forEach(taken::add);
        return new DatasetFacts(fresh.own().twin(), fresh.own().replies(), answers(taken));
    }

    /// The later answers of some addresses, and the earlier ones of the others.
    private Optional<DatasetFacts.Sources> answers(Set<URI> later) {
        var verdicts = new TreeMap<URI, LinkVerdict>();
        for (var address : addresses()) {
            (later.contains(address) ? fresh : old).own().answer(address).ifPresent(each -> verdicts.put(address, each));
        }
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(new DatasetFacts.Sources(verdicts));
    }

    private Set<URI> addresses() {
        var addresses = new HashSet<URI>();
        old.own().sources().ifPresent(each -> addresses.addAll(each.verdicts().keySet()));
        fresh.own().sources().ifPresent(each -> addresses.addAll(each.verdicts().keySet()));
        return addresses;
    }

    private Set<URI> newlyNamed() {
        var named = new HashSet<>(Corpus.sources(fresh.dataset()));
        named.removeAll(Corpus.sources(old.dataset()));
        return named;
    }
}
