package tw.touchstone.server.oai;

import java.util.Arrays;

/// The forms a record is had in.
enum Format {
    DUBLIN_CORE("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
    DCAT_AP("dcat_ap", "http://www.openarchives.org/OAI/2.0/rdf.xsd", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private final String prefix;
    private final String schema;
    private final String namespace;

    Format(String prefix, String schema, String namespace) {
        this.prefix = prefix;
        this.schema = schema;
        this.namespace = namespace;
    }

    /// @throws OaiError cannotDisseminateFormat
    static Format of(String prefix) {
        return Arrays.stream(values())
                .filter(each -> each.prefix.equals(prefix))
                .findFirst()
                .orElseThrow(() -> new OaiError(
                        OaiError.Code.cannotDisseminateFormat, "there is no metadata format " + prefix));
    }

    String prefix() {
        return prefix;
    }

    String schema() {
        return schema;
    }

    String namespace() {
        return namespace;
    }
}
