package tw.touchstone.server.start;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;

/// Fills an empty home with the samples and tells the console that the catalogue is there, and where.
@Component
class Welcome {

    private final Catalog catalog;
    private final ServerSettings settings;
    private final FirstStart firstStart;
    private final RunFile runFile;
    private final PrintStream console;

    Welcome(Catalog catalog, ServerSettings settings, FirstStart firstStart, RunFile runFile) {
        this.catalog = catalog;
        this.settings = settings;
        this.firstStart = firstStart;
        this.runFile = runFile;
        this.console = System.out;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof ServletWebServerApplicationContext context)) {
            return;
        }
        var server = context.getWebServer();
        int port = server == null ? 0 : server.getPort();
        var administrator = firstStart.createAdministrator();
        int samples = loadSamples();
        runFile.write(port);

        var address = "http://localhost:" + port + "/";
        long datasets = catalog.store().datasets();
        if (samples > 0) {
            console.println("touchstone: registered, inspected and scored " + samples + " sample datasets");
        }
        administrator.ifPresent(password -> console.println("touchstone: first start of this home: sign in at "
                + address + "sign-in as " + FirstStart.NAME + " with the one-time password " + password));
        console.println("touchstone: ready at " + address + " with " + datasets
                + (datasets == 1 ? " dataset" : " datasets") + " after "
                + tenths(event.getTimeTaken()) + " s; home "
                + catalog.settings().home().folder().toAbsolutePath().normalize());
    }

    /// Once in the life of a home, and again where that was cut short; samples that were withdrawn stay away.
    private int loadSamples() {
        var mark = catalog.settings().home().folder().resolve("samples-loaded");
        var folder = settings.samplesFolder().filter(Files::isDirectory);
        if (folder.isEmpty() || Files.exists(mark)) {
            return 0;
        }
        int loaded = catalog.samples().load(folder.get());
        try {
            Files.createFile(mark);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + mark, e);
        }
        return loaded;
    }

    private static String tenths(@Nullable Duration taken) {
        return taken == null ? "?" : String.valueOf(Math.round(taken.toMillis() / 100.0) / 10.0);
    }
}
