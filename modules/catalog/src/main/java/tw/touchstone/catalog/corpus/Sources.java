package tw.touchstone.catalog.corpus;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Provenance;

/// Who names which address as a source. Few datasets name any; those that do stand in memory. Not thread-safe.
final class Sources {

    private final Iris iris;
    private final Map<String, Set<DatasetId>> naming;
    private final Map<DatasetId, Set<String>> named = new HashMap<>();

    Sources(Iris iris, Map<String, Set<DatasetId>> naming) {
        this.iris = iris;
        this.naming = naming;
        naming.forEach((address, datasets) ->
                datasets.forEach(each -> named.computeIfAbsent(each, _ -> new HashSet<>()).add(address)));
    }

    /// The addresses that a dataset names.
    static List<URI> of(Dataset dataset) {
        var provenance = dataset.provenance().orElse(Provenance.NONE);
        return Stream.of(
                        dataset.source().address().stream(),
                        provenance.sources().stream(),
                        provenance.derivedFrom().stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /// Who names a dataset of ours, or a file of it.
    Set<DatasetId> naming(DatasetId dataset) {
        return Optional.ofNullable(naming.get(place(dataset))).orElse(Set.of());
    }

    /// Who names an address elsewhere.
    Set<DatasetId> naming(URI address) {
        return Optional.ofNullable(naming.get(address.toString())).orElse(Set.of());
    }

    /// Makes these the sources of a dataset.
    ///
    /// @return whether they are others than before
    boolean learn(DatasetId dataset, List<URI> addresses) {
        var places = new HashSet<String>();
        addresses.forEach(each -> places.add(place(each)));
        var before = Optional.ofNullable(named.get(dataset)).orElse(Set.of());
        if (before.equals(places)) {
            return false;
        }
        new ArrayList<>(before).forEach(each -> letGo(each, dataset));
        places.forEach(each -> naming.computeIfAbsent(each, _ -> new HashSet<>()).add(dataset));
        if (places.isEmpty()) {
            named.remove(dataset);
        } else {
            named.put(dataset, places);
        }
        return true;
    }

    void write(Handle sql, DatasetId dataset) {
        CorpusTable.name(sql, dataset, Optional.ofNullable(named.get(dataset)).orElse(Set.of()));
    }

    private void letGo(String place, DatasetId dataset) {
        var datasets = Optional.ofNullable(naming.get(place)).orElseGet(HashSet::new);
        datasets.remove(dataset);
        if (datasets.isEmpty()) {
            naming.remove(place);
        }
    }

    /// One of ours by its identifier, whatever the base of the catalogue.
    private String place(URI address) {
        return iris.datasetId(address)
                .or(() -> iris.distributionId(address).map(DistributionId::dataset))
                .map(Sources::place)
                .orElse(address.toString());
    }

    private static String place(DatasetId dataset) {
        return "datasets/" + dataset.value();
    }
}
