package tw.touchstone.exchange.national;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A member of the portal's records that says nothing DCAT has a term for: it is kept verbatim as a national field,
/// under the name of the export's column where there is one.
enum Extra {
    TYPE("type", "資料類型"),
    COST("cost", "計費方式"),
    COST_URL("costURL", "計費說明網址"),
    COST_LAW("costLaw", "計費法令依據"),
    NOTES("notes", "備註"),
    THEME("categoryTheme", "categoryTheme"),
    PROPERTY("categoryDataset", "categoryDataset"),
    PROVIDER("dataProvider", "dataProvider"),
    ORGANIZATION_CODE("publisherOrgCode", "publisherOrgCode"),
    DETECT_FREQUENCY("detectFrequency", "detectFrequency"),
    IDENTIFIER("identifier", "identifier"),
    SPATIAL("spatialCoverage", "spatialCoverage");

    private static final Map<String, Extra> BY_MEMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Extra::member, each -> each));

    private final String member;
    private final String field;

    Extra(String member, String field) {
        this.member = member;
        this.field = field;
    }

    String member() {
        return member;
    }

    /// The name of the national field.
    String field() {
        return field;
    }

    static Optional<Extra> of(String member) {
        return Optional.ofNullable(BY_MEMBER.get(member));
    }
}
