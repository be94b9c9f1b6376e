package tw.touchstone.server.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.importing.ImportOptions;
import tw.touchstone.exchange.catalogue.OnConflict;
import tw.touchstone.server.http.Problem;

/// Imports a catalogue file that a command sends, and tells line by line how far it has come.
@RestController
class ImportController {

    private final RunningImport running;
    private final Path incoming;
    private final ImportLines lines;

    ImportController(Catalog catalog, RunningImport running, JsonMapper json) {
        this.running = running;
        this.incoming = catalog.settings().home().incoming();
        this.lines = new ImportLines(json);
    }

    @PostMapping("/operations/import")
    void run(
            @RequestParam(defaultValue = "catalogue") String name,
            @RequestParam Optional<String> source,
            @RequestParam(defaultValue = "first") String onConflict,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var options = new ImportOptions(source, conflictRule(onConflict));
        if (!running.take()) {
            throw Problem.of(HttpStatus.CONFLICT, "another import is under way");
        }
        tell(receive(name, request, options), response);
    }

    private static OnConflict conflictRule(String text) {
        return Arrays.stream(OnConflict.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badField("onConflict", "onConflict is first, last or refuse"));
    }

    private BlockingQueue<RunningImport.Told> receive(String name, HttpServletRequest request, ImportOptions options) {
        var folder = Optional.<Path>empty();
        try {
            folder = Optional.of(Files.createTempDirectory(incoming, "import-"));
            var kept = folder.get();
            var file = kept.resolve(fileName(name));
            if (Files.copy(request.getInputStream(), file, StandardCopyOption.REPLACE_EXISTING) == 0) {
                throw Problem.of(HttpStatus.BAD_REQUEST, "the file is empty");
            }
            return running.start(file, options, () -> delete(kept));
        } catch (IOException e) {
            folder.ifPresent(ImportController::delete);
            running.giveBack();
            throw Problem.of(HttpStatus.INSUFFICIENT_STORAGE, "the file could not be received: " + e.getMessage());
        } catch (Problem e) {
            folder.ifPresent(ImportController::delete);
            running.giveBack();
            throw e;
        }
    }

    /// Only the last part of a path, in letters that every file system takes.
    private static String fileName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var safe = last.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "");
        return safe.isEmpty() ? "catalogue" : safe.substring(Math.max(0, safe.length() - 100));
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    /// A client that has gone away ends the telling, not the import.
    private void tell(BlockingQueue<RunningImport.Told> told, HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        out.flush();
        boolean last = false;
        while (!last) {
            var next = next(told);
            if (next.isPresent()) {
                out.write(lines.line(next.get()).getBytes(StandardCharsets.UTF_8));
                out.flush();
                last = next.get().isLast();
            }
        }
    }

    private static Optional<RunningImport.Told> next(BlockingQueue<RunningImport.Told> told) {
        try {
            return Optional.ofNullable(told.poll(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new RunningImport.Told.Failed("the server stops"));
        }
    }
}
