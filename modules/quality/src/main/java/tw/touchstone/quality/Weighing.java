package tw.touchstone.quality;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Points for every metric, and the grades that follow.
///
/// @param weights           points by metric; they add up to `total`
/// @param total             the most that can be earned
/// @param counting          what the bands compare
/// @param applicableMinimum how many points must be possible for a grade at all; 0 where none need be
/// @param bands             from the highest down
public record Weighing(
        Map<Metric, Integer> weights, int total, Counting counting, int applicableMinimum, List<Band> bands)
        implements Award {

    public Weighing {
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
        bands = List.copyOf(bands);
    }

    /// What the score is that bands compare.
    public enum Counting {
        /// The points earned, whatever could be asked.
        ABSOLUTE,
        /// The points earned of those possible, on a scale of the policy's total.
        PROPORTIONAL;

        /// The permanent name in policy files.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The counting with this [#code()].
        public static Optional<Counting> ofCode(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }

    /// What a metric weighs; 0 where the policy only looks at it.
    public int weight(Metric metric) {
        return weights.getOrDefault(metric, 0);
    }

    /// The score of a total, which is what bands compare.
    public Points score(PointTotal points) {
        return counting == Counting.ABSOLUTE
                ? points.earned()
                : points.earned().onScale(points.possible(), total);
    }
}
