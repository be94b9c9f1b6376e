package tw.touchstone.model;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/// How finely the data speaks about time and space, beside the period and the areas of the dataset itself.
///
/// @param box                the rectangle the data lies in (`dcat:bbox` of a `dct:Location`)
/// @param nonSpatial         whether the publisher says that the data speaks about no place (`tst:nonSpatial`)
/// @param temporalResolution the shortest time told apart, an ISO 8601 duration such as `P1M` (`dcat:temporalResolution`)
/// @param spatialResolution  the shortest distance told apart, in metres (`dcat:spatialResolutionInMeters`)
/// @param areaLevel          IRI of the lowest administrative level told apart (`tst:areaLevel`)
public record Coverage(
        Optional<BoundingBox> box,
        boolean nonSpatial,
        Optional<String> temporalResolution,
        Optional<BigDecimal> spatialResolution,
        Optional<URI> areaLevel) {

    /// Nothing is stated.
    public static final Coverage NONE =
            new Coverage(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());

    public Coverage {
        spatialResolution = spatialResolution.map(Decimals::plain);
    }

    /// Whether nothing is stated.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
