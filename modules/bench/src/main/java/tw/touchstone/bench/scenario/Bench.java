package tw.touchstone.bench.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.Consumer;
import tw.touchstone.bench.counting.Counting;
import tw.touchstone.bench.disk.BulkLoad;
import tw.touchstone.bench.disk.Folder;
import tw.touchstone.bench.export.SyntheticExport;
import tw.touchstone.bench.files.Inspecting;
import tw.touchstone.bench.judging.Judging;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.RunningServer;

/// One run: empty homes are started, one is filled, stopped, weighed, started again, asked, and written to.
///
/// Everything lies in temporary folders, which are removed at the end.
public final class Bench {

    private final Settings settings;
    private final Consumer<String> progress;
    private final Table table = new Table();

    /// @param progress told in a sentence what comes next
    public Bench(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// Measures what the settings ask for.
    ///
    /// @throws IllegalStateException if the server fails or gives a wrong answer; a figure of wrong answers is none
    public Table run() {
        if (settings.wants(Part.INSPECT)) {
            progress.accept("inspecting files");
            inspect();
        }
        if (settings.wants(Part.JUDGING)) {
            progress.accept("judging a catalogue");
            judge();
        }
        var relevance = new Searched(table);
        if (settings.wants(Part.RELEVANCE)) {
            progress.accept("asking judged queries of our own corpus");
            relevance.ofCorpus();
        }
        if (settings.wants(Part.COUNT)) {
            progress.accept("counting downloads");
            count();
        }
        if (settings.wants(Part.ROWS)) {
            progress.accept("asking for rows");
            rows();
        }
        if (!needsServer()) {
            return table;
        }
        var starting = new Starting(settings, table);
        if (!settings.installation().hasCache()) {
            table.note("There was no AOT cache (`target/touchstone.aot`): all starts were without it.");
        }
        if (settings.wants(Part.START)) {
            progress.accept("starting on new homes");
            starting.ofEmptyHomes();
        }
        var scratch = temporary();
        try {
            var home = scratch.resolve("home");
            var datasets = fill(home, scratch);
            if (settings.wants(Part.START)) {
                progress.accept("starting on the full home");
                starting.ofFullHome(home, datasets);
            }
            if (asksNationalCatalogue()
                    || settings.only().stream().anyMatch(EnumSet.range(Part.SEARCH, Part.REGISTRATION)::contains)) {
                ask(home, relevance);
            }
        } finally {
            Folder.delete(scratch);
        }
        return table;
    }

    /// The judgements are about the national catalogue; a made-up one has none.
    private boolean asksNationalCatalogue() {
        return settings.wants(Part.RELEVANCE) && settings.catalogue().isPresent();
    }

    private boolean needsServer() {
        return asksNationalCatalogue()
                || !EnumSet.of(Part.INSPECT, Part.JUDGING, Part.RELEVANCE, Part.COUNT, Part.ROWS)
                        .containsAll(settings.only());
    }

    private void inspect() {
        var scratch = temporary();
        try {
            new Inspecting(table, settings.installation().java()).run(scratch);
        } finally {
            Folder.delete(scratch);
        }
    }

    private void count() {
        var scratch = temporary();
        try {
            new Counting(table).run(scratch);
        } finally {
            Folder.delete(scratch);
        }
    }

    /// On a home of its own, since a large table beside a national catalogue is rare.
    private void rows() {
        var scratch = temporary();
        try (var server = start(folder(scratch.resolve("home")));
                var operator = server.operator()) {
            new AskingRows(operator, table).run();
            var collected = server.collections().summary();
            table.add(Row.of(Part.ROWS.code(), "heap in use at most (GC log)", collected.peakUsed(), "MB").floor("≤ 1,024"));
        } finally {
            Folder.delete(scratch);
        }
    }

    private void judge() {
        var scratch = temporary();
        try {
            new Judging(table, settings.installation().java()).run(folder(scratch.resolve("home")), export(scratch));
        } finally {
            Folder.delete(scratch);
        }
    }

    /// Fills a home and returns how many datasets it has; the server is stopped again.
    private long fill(Path home, Path scratch) {
        var export = export(scratch);
        boolean shown = settings.wants(Part.IMPORT);
        var importing = new Importing(home, export, shown ? table : new Table());
        progress.accept("importing " + export.getFileName());
        long datasets;
        long compacted;
        try (var server = start(home);
                var operator = server.operator()) {
            datasets = importing.once(server, operator);
            if (shown) {
                progress.accept("importing the same file again");
                importing.again(operator, datasets);
            }
            progress.accept("compacting");
            compacted = importing.compact(operator);
        }
        if (shown) {
            progress.accept("loading the same quads in bulk");
            weigh(home, scratch, compacted);
        }
        return datasets;
    }

    private void weigh(Path home, Path scratch, long compacted) {
        var bulk = BulkLoad.of(home.resolve("store"), folder(scratch.resolve("bulk")));
        var part = Part.IMPORT.code();
        table.add(Row.of(part, "disk of a bulk load of the same %,d quads".formatted(bulk.quads()), bulk.bytes() / 1e6, "MB"));
        table.add(Row.of(part, "compacted store to bulk load", (double) compacted / bulk.bytes(), "×")
                .floor("≤ 2"));
    }

    private void ask(Path home, Searched relevance) {
        try (var server = start(home);
                var operator = server.operator()) {
            var listed = Listed.all(operator);
            if (asksNationalCatalogue()) {
                progress.accept("asking judged queries of the national catalogue");
                relevance.ofNationalCatalogue(operator, listed);
            }
            if (settings.wants(Part.SEARCH)) {
                progress.accept("searching");
                new Searching(operator, table).run(listed);
            }
            if (settings.wants(Part.PAGES)) {
                progress.accept("asking for pages and records");
                new Pages(operator, table).run(listed);
            }
            if (settings.wants(Part.DOWNLOAD)) {
                progress.accept("downloading");
                new Downloading(operator, table).run();
            }
            if (settings.wants(Part.HARVEST)) {
                progress.accept("harvesting");
                new Harvesting(operator, table).run(listed);
            }
            if (settings.wants(Part.REGISTRATION)) {
                progress.accept("registering");
                new Registering(operator, table).run();
            }
            if (operator.repeated() > 0) {
                table.note("%,d requests had to be sent again for want of a connection; their time contains all attempts."
                        .formatted(operator.repeated()));
            }
            var collected = server.collections().summary();
            table.add(Row.of("all", "heap in use at most in the parts after the import (GC log)", collected.peakUsed(), "MB")
                    .floor("≤ 1,024"));
        }
    }

    private RunningServer start(Path home) {
        return RunningServer.start(
                settings.installation(), home, settings.port(), settings.installation().hasCache());
    }

    private Path export(Path scratch) {
        if (settings.catalogue().isPresent()) {
            return settings.catalogue().get();
        }
        var file = scratch.resolve("made-up-export.csv");
        try {
            SyntheticExport.write(file, settings.datasets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("touchstone-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
