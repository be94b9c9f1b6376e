package tw.touchstone.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/// Asks over a number of connections at once; on each, the next request follows the answer to the one before.
final class Load {

    private Load() {}

    /// One request.
    @FunctionalInterface
    interface Request {
        /// The bytes of the answer.
        ///
        /// @throws RuntimeException if it is not the right one, which ends the run
        long send();
    }

    /// Sends each request once.
    static Timings each(int connections, List<Request> requests) {
        var next = new AtomicInteger();
        return run(connections, () -> next.get() < requests.size(), () -> {
            int number = next.getAndIncrement();
            return number < requests.size() ? requests.get(number).send() : -1;
        });
    }

    /// Sends requests until the time is over; those under way are waited for.
    ///
    /// @param requests the n-th request, from 0
    static Timings during(int connections, Duration time, IntFunction<Request> requests) {
        var next = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        return run(connections, () -> System.nanoTime() < end, () -> requests.apply(next.getAndIncrement())
                .send());
    }

    /// What one connection measured; an array that grows, so that measuring costs next to nothing.
    private static final class Samples {
        private long[] nanos = new long[1024];
        private int count;
        private long bytes;

        void add(long took, long size) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = took;
            bytes += size;
        }
    }

    private static Timings run(int connections, BooleanSupplier more, Request next) {
        Callable<Samples> connection = () -> {
            var samples = new Samples();
            while (more.getAsBoolean()) {
                long begin = System.nanoTime();
                long size = next.send();
                if (size >= 0) {
                    samples.add(System.nanoTime() - begin, size);
                }
            }
            return samples;
        };
        var all = new ArrayList<Samples>();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (var done : threads.invokeAll(Collections.nCopies(connections, connection))) {
                all.add(done.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var nanos = all.stream()
                .flatMapToLong(samples -> Arrays.stream(samples.nanos, 0, samples.count))
                .toArray();
        return new Timings(nanos, took, all.stream().mapToLong(samples -> samples.bytes).sum());
    }
}
