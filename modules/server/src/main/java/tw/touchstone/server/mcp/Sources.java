package tw.touchstone.server.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.Iris;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.rows.KeptTables;
import tw.touchstone.server.rows.SeenFiles;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;

/// Tells whence data is.
@Component
class Sources {

    private final Iris iris;
    private final Scheme licences;
    private final Names names;
    private final KeptTables tables;
    private final SeenFiles files;
    private final Citations citations;

    Sources(Catalog catalog, Names names, KeptTables tables, SeenFiles files, Citations citations) {
        this.iris = catalog.settings().iris();
        this.licences = catalog.vocabularies().licences();
        this.names = names;
        this.tables = tables;
        this.files = files;
        this.citations = citations;
    }

    /// Of a dataset as a whole.
    ///
    /// @param most how many of its files are told
    Source of(Dataset dataset, int most) {
        return of(dataset, dataset.distributions(), citations.words(dataset, Optional.empty()), most);
    }

    /// Of one file of a dataset.
    Source of(Dataset dataset, Distribution distribution) {
        return of(
                dataset,
                List.of(distribution),
                citations.words(dataset, snapshot(distribution).map(Source.Snapshot::sha256)),
                1);
    }

    private Source of(
            Dataset dataset, List<Distribution> meant, Map<String, String> citation, int most) {
        return new Source(
                dataset.id().value(),
                iris.dataset(dataset.id()).toString(),
                dataset.title().byLanguage(),
                dataset.publisher()
                        .map(agency -> new Source.Publisher(
                                agency.value(),
                                iris.agency(agency).toString(),
                                names.agencyName(agency.value()).byLanguage())),
                meant.stream().flatMap(each -> licence(each).stream()).distinct().toList(),
                citation,
                meant.stream()
                        .limit(most)
                        .flatMap(each -> snapshot(each).stream())
                        .toList());
    }

    /// What a distribution may be used under; empty where nothing is stated.
    Optional<Source.Licence> licence(Distribution distribution) {
        return distribution.licence()
                .map(iri -> {
                    var known = licences.byIri(iri);
                    return new Source.Licence(
                            iri.toString(),
                            known.map(Concept::notation),
                            known.map(each -> each.label().byLanguage()).orElseGet(TreeMap::new));
                });
    }

    /// The bytes of a distribution; empty where nobody has seen them.
    Optional<Source.Snapshot> snapshot(Distribution distribution) {
        return Stream.of(
                        tables.file(distribution)
                                .map(each -> new Source.Snapshot(distribution.id().toString(), each.hex(), true)),
                        files.digest(distribution)
                                .map(each -> new Source.Snapshot(distribution.id().toString(), each.hex(), false)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
