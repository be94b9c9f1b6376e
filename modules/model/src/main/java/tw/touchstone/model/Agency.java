package tw.touchstone.model;

import java.util.List;
import java.util.Optional;

/// Who answers for datasets. (機關, `foaf:Agent` as `dct:publisher`)
///
/// @param id         our slug; stays when the agency is renamed
/// @param name       the official name today
/// @param oid        the object identifier in the national register, for example `2.16.886.101.20003.20082`
/// @param otherNames short and former names by which the agency is also found
public record Agency(AgencyId id, LangText name, Optional<String> oid, List<String> otherNames) {

    public Agency {
        otherNames = List.copyOf(otherNames);
    }
}
