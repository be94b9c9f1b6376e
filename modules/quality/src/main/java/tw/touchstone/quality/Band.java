package tw.touchstone.quality;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The scores that earn one grade.
///
/// @param from          the least score
/// @param gates         metrics that must hold as well
/// @param minimumShares of the points possible in a dimension, from 0 to 1, that must be earned as well
public record Band(Grade grade, int from, List<Metric> gates, Map<Dimension, BigDecimal> minimumShares) {

    public Band {
        gates = List.copyOf(gates);
        var shares = new EnumMap<Dimension, BigDecimal>(Dimension.class);
        shares.putAll(minimumShares);
        minimumShares = Collections.unmodifiableMap(shares);
    }
}
