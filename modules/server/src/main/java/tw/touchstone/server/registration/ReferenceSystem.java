package tw.touchstone.server.registration;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Dataset;

/// The coordinate reference systems Taiwan's agencies use, as `dct:conformsTo` names them.
///
/// @param code  of the EPSG register
/// @param label the same in both languages
record ReferenceSystem(String code, String label) {

    private static final String REGISTER = "http://www.opengis.net/def/crs/EPSG/0/";

    static final List<ReferenceSystem> ALL = List.of(
            new ReferenceSystem("4326", "EPSG:4326 WGS 84"),
            new ReferenceSystem("3824", "EPSG:3824 TWD97"),
            new ReferenceSystem("3826", "EPSG:3826 TWD97 TM2 121°"),
            new ReferenceSystem("3825", "EPSG:3825 TWD97 TM2 119°"),
            new ReferenceSystem("3857", "EPSG:3857 Web Mercator"));

    static boolean isOne(URI iri) {
        return iri.toString().startsWith(REGISTER);
    }

    /// The code a dataset declares.
    static Optional<String> of(Dataset dataset) {
        return dataset.conformsTo().stream()
                .filter(ReferenceSystem::isOne)
                .map(iri -> iri.toString().substring(REGISTER.length()))
                .findFirst();
    }

    static URI iri(String code) {
        return URI.create(REGISTER + code);
    }
}
