package tw.touchstone.bench.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the launcher built and how it starts it.
///
/// @param root of the product's files
/// @param java the program that runs the server
public record Installation(Path root, Path java) {

    /// Whether the JDK's ahead-of-time cache was prepared, without which a start is slow.
    public boolean hasCache() {
        return Files.exists(cache());
    }

    /// Whether the server was built.
    public boolean isBuilt() {
        return Files.exists(jar());
    }

    Path jar() {
        return root.resolve("modules/server/target/touchstone-server.jar");
    }

    private Path cache() {
        return root.resolve("target/touchstone.aot");
    }

    /// The command of a server without samples, which limits nobody, leaves addresses elsewhere alone and keeps a
    /// log of its collections: what the launcher does otherwise.
    List<String> command(Path home, int port, boolean cached, Path collections) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.add("@" + root.resolve("modules/server/jvm.options"));
        if (cached) {
            command.addAll(List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        command.add("-Xlog:gc:file=" + collections + ":uptime:filecount=0");
        command.addAll(List.of("-cp", jar().toString(), "tw.touchstone.server.Touchstone"));
        command.addAll(List.of("--home", home.toString(), "--port", Integer.toString(port), "--no-samples"));
        command.add("--touchstone.check-links=none");
        command.add("--touchstone.rate-limit.enabled=false");
        return List.copyOf(command);
    }
}
