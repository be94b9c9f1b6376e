package tw.touchstone.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A server on a home, from its start to its end.
public final class RunningServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(5);

    private final Process process;
    private final URI address;
    private final Path home;
    private final Path output;
    private final Collections collections;
    private Duration started = Duration.ZERO;

    private RunningServer(Process process, URI address, Path home, Path output, Collections collections) {
        this.process = process;
        this.address = address;
        this.home = home;
        this.output = output;
        this.collections = collections;
    }

    /// Starts a server and waits until it answers `GET /`.
    ///
    /// @param port   the same for every start of a home, whose datasets have addresses with the port in them
    /// @param cached whether to start from the ahead-of-time cache
    /// @throws IllegalStateException if it ends instead; its output is in the message
    public static RunningServer start(Installation installation, Path home, int port, boolean cached) {
        try {
            var output = Files.createTempFile("touchstone-bench-server", ".log");
            var log = Files.createTempFile("touchstone-bench-gc", ".log");
            var address = URI.create("http://localhost:" + port + "/");
            try (var client = new Client(address)) {
                var builder = new ProcessBuilder(installation.command(home, port, cached, log))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                long begin = System.nanoTime();
                var server = new RunningServer(builder.start(), address, home, output, new Collections(log));
                server.await(client, begin);
                return server;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Client client, long begin) {
        while (true) {
            try {
                if (client.get("").status() == 200) {
                    started = Duration.ofNanos(System.nanoTime() - begin);
                    return;
                }
            } catch (UncheckedIOException notYet) {
                if (!(notYet.getCause() instanceof ConnectException)) {
                    throw notYet;
                }
            }
            boolean late = System.nanoTime() - begin > START_LIMIT.toNanos();
            if (late || !process.isAlive()) {
                var said = said();
                stop();
                throw new IllegalStateException("the server did not come up:\n" + said);
            }
            pause();
        }
    }

    /// From the start of the process to the first answer.
    public Duration started() {
        return started;
    }

    /// Its root, ending in `/`.
    public URI address() {
        return address;
    }

    /// Speaks for the operator, by the token that the server leaves in its home a moment after its first answer.
    public Client operator() {
        var file = home.resolve("run/server");
        long begin = System.nanoTime();
        try {
            while (!Files.exists(file)) {
                if (System.nanoTime() - begin > START_LIMIT.toNanos()) {
                    throw new IllegalStateException("the server left no token in " + file);
                }
                pause();
            }
            return new Client(address, Files.readAllLines(file).get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What its garbage collector wrote down.
    public Collections collections() {
        return collections;
    }

    /// The most memory the process ever had, in bytes (`VmHWM`); -1 where the system does not tell.
    public long peakResident() {
        var status = Path.of("/proc/" + process.pid() + "/status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .map(kibibytes -> kibibytes * 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException noProc) {
            return -1;
        }
    }

    /// Asks it to end, as Ctrl-C does, waits, and removes what it wrote outside its home.
    ///
    /// @throws IllegalStateException if it has ended by itself; its output is in the message
    @Override
    public void close() {
        var end = process.isAlive() ? "" : "the server ended by itself with " + process.exitValue() + ":\n" + said();
        stop();
        if (!end.isEmpty()) {
            throw new IllegalStateException(end);
        }
    }

    private String said() {
        try {
            return Files.readString(output).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Files.deleteIfExists(output);
            collections.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A port that nobody listens on now.
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
