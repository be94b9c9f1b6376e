package tw.touchstone.usage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Runs something again and again on a thread of its own, with a pause before each run, until closed.
final class Repeating implements AutoCloseable {

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Repeating(String name, Duration pause, Runnable action) {
        thread = Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    action.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Waits for the run that is under way.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
