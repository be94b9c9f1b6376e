package tw.touchstone.catalog.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.sql.Database;

/// The one thread of a runner outlives what a job or the queue throws.
@Timeout(60)
class JobRunnerIT {

    @TempDir
    private Path home;

    private Database database;
    private JobQueue queue;
    private final BlockingQueue<String> done = new ArrayBlockingQueue<>(10);

    @BeforeEach
    void open() {
        database = Database.open(home.resolve("jobs.db"));
        queue = new JobQueue(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anErrorIsTheFailureOfItsJobOnly() throws InterruptedException {
        queue.enqueue("work", List.of("bad"));
        queue.enqueue("work", List.of("good"));

        try (var runner = new JobRunner(queue, Map.of("work", this::work), 1)) {
            runner.start();
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("good");
        }
        assertThat(queue.count("running")).isZero();
        assertThat(messages()).containsExactly("StackOverflowError");
    }

    @Test
    void aQueueThatFailsIsAskedAgain() throws InterruptedException {
        database.change(sql -> sql.execute("alter table job rename to job_away"));
        try (var runner = new JobRunner(queue, Map.of("work", this::work), 1)) {
            runner.start();
            // Long enough for the thread to have asked at least once while the table was away.
            assertThat(done.poll(1, TimeUnit.SECONDS)).isNull();
            database.change(sql -> sql.execute("alter table job_away rename to job"));
            queue.enqueue("work", List.of("good"));
            runner.wake();
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("good");
        }
    }

    private void work(String subject) {
        if (subject.equals("bad")) {
            throw new StackOverflowError();
        }
        done.add(subject);
    }

    private List<String> messages() {
        return database.read(sql -> sql.createQuery("select message from job where state = 'waiting'")
                .mapTo(String.class)
                .list());
    }
}
