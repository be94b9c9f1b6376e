package tw.touchstone.quality;

import java.util.List;

/// Steps that are climbed one after the other.
///
/// @param gates failing one of these leaves nothing at all
/// @param steps from the lowest up; all award labels, or all award grades
public record Ladder(List<Metric> gates, List<LadderStep> steps) implements Award {

    public Ladder {
        gates = List.copyOf(gates);
        steps = List.copyOf(steps);
    }
}
