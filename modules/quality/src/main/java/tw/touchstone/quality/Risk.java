package tw.touchstone.quality;

import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;

/// Something that may cost the label some day, or lets it say more than the data holds. It never changes the label.
///
/// @param distribution where it lies; empty where it is the dataset as a whole
/// @param text         what was seen, and until when where that is known
/// @param place        where it stands in the file; empty where it stands in none
public record Risk(RiskCode code, Optional<DistributionId> distribution, LangText text, Optional<Place> place) {}
