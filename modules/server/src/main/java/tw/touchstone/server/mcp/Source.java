package tw.touchstone.server.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whence data is, as it has to be passed on with the data.
///
/// @param iri       of the dataset, which is also the address of its page
/// @param licences  of the distributions that are meant, each once; empty where none is stated
/// @param citation  in each language
/// @param snapshots the files that are meant, as far as their bytes are known
record Source(
        String dataset,
        String iri,
        Map<String, String> title,
        Optional<Publisher> publisher,
        List<Licence> licences,
        Map<String, String> citation,
        List<Snapshot> snapshots) {

    /// The agency that answers for the dataset.
    record Publisher(String id, String iri, Map<String, String> name) {}

    /// A licence.
    ///
    /// @param id of the licences we know, to search by
    record Licence(String iri, Optional<String> id, Map<String, String> title) {}

    /// The bytes of a distribution.
    ///
    /// @param kept whether they are kept here; otherwise they were seen at the address of the distribution
    record Snapshot(String distribution, String sha256, boolean kept) {}

    /// In one sentence, for a model that reads text alone.
    String words() {
        var licence = licences.isEmpty()
                ? "no licence is stated"
                : "licence " + String.join(", ", licences.stream().map(Licence::iri).toList());
        var files = snapshots.size() == 1 ? "; file SHA-256 " + snapshots.getFirst().sha256() : "";
        return "Source: " + Optional.ofNullable(citation.get("en")).orElse(iri) + " (" + licence + files + ")";
    }
}
