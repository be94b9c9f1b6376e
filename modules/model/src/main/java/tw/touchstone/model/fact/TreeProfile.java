package tw.touchstone.model.fact;

import java.util.List;

/// Records in a nested structure.
///
/// @param recordPath path of the repeated node, for example `/Record` or `/RECORDS/RECORD`; `/` for a top-level array
/// @param records    how many there are
/// @param fields     names below the record node, in order of first appearance
/// @param names      every element or key name anywhere in the tree, sorted, at most 10,000
/// @param anomalies  `duplicate-key`, `doctype` and the like
public record TreeProfile(
        String recordPath, long records, List<FieldPresence> fields, List<String> names, List<Anomaly> anomalies) {

    public TreeProfile {
        fields = List.copyOf(fields);
        names = List.copyOf(names);
        anomalies = List.copyOf(anomalies);
    }
}
