package tw.touchstone.bench.scenario;

import java.util.List;
import java.util.function.Function;

/// Requests that are all different, cut into those that warm up and those that are measured.
///
/// @param warmUp   a quarter of what there is, and not more than asked for
/// @param measured the next ones
record Sample(List<Load.Request> warmUp, List<Load.Request> measured) {

    static <T> Sample of(List<T> subjects, int warmUp, int measured, Function<T, Load.Request> request) {
        int first = Math.min(warmUp, subjects.size() / 4);
        int last = Math.min(first + measured, subjects.size());
        return new Sample(
                subjects.subList(0, first).stream().map(request).toList(),
                subjects.subList(first, last).stream().map(request).toList());
    }

    /// Warms up, then measures.
    Timings run(int connections) {
        if (!warmUp.isEmpty()) {
            Load.each(connections, warmUp);
        }
        return Load.each(connections, measured);
    }
}
