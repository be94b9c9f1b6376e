package tw.touchstone.quality.rules.star;

import java.util.List;
import tw.touchstone.quality.Check;
import tw.touchstone.quality.Check.OfDistribution;

/// The rules of the five stars, and where each finds its fact.
public final class StarRules {

    public static final List<Check<?, ?>> ALL = List.of(
            new OfDistribution<>(new OpenLicenceRule(), LicensedLink::of),
            new OfDistribution<>(new StructuredDataRule(), OpenedFile::of),
            new OfDistribution<>(new OpenFormatRule(), OpenedFile::of),
            new OfDistribution<>(new NamedThingsRule(), OpenedFile::of),
            new OfDistribution<>(new LinkedDataRule(), OpenedFile::of));

    private StarRules() {}
}
