package tw.touchstone.bench.judging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import tw.touchstone.bench.disk.Folder;
import tw.touchstone.bench.files.MadeUpTable;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.CatalogSettings;
import tw.touchstone.catalog.Home;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.importing.ImportOptions;
import tw.touchstone.catalog.importing.ImportOutcome;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.catalog.policies.Adopting;
import tw.touchstone.catalog.policies.SimulationReport;
import tw.touchstone.catalog.publishing.Upload;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.PolicyReading;

/// A catalogue without a face: filled, then tried and judged under a changed policy. Prints what it took, one
/// `name=number` a line.
final class JudgingProcess {

    private static final String POLICY = "ai-ready-1";
    private static final Account OPERATOR =
            Account.ofTheHouse("bench", "Bench", Grant.everywhere(Role.ADMINISTRATOR));

    /// Every fifth dataset gets a file of its own.
    private static final int SHARE = 5;

    private static final int UPLOADERS = 8;
    private static final int FILE_BYTES = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final Catalog catalog;
    private final Path home;

    private JudgingProcess(Catalog catalog, Path home) {
        this.catalog = catalog;
        this.home = home;
    }

    /// Takes all figures.
    ///
    /// @param arguments an empty home and a catalogue export
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var home = Path.of(arguments[0]);
        var settings = new CatalogSettings(
                new Home(home), Iris.LOCAL, 1 << 20, LinkSettings.NONE, 1, Duration.ofSeconds(30));
        switch (Catalog.open(settings, Clock.systemUTC())) {
            case CatalogOpening.Opened(Catalog catalog) -> {
                try (catalog) {
                    new JudgingProcess(catalog, home).run(Path.of(arguments[1]));
                }
            }
            case CatalogOpening not -> throw new IllegalStateException(not.toString());
        }
    }

    private void run(Path export) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        if (!(catalog.imports().run(export, ImportOptions.DEFAULT, _ -> {}) instanceof ImportOutcome.Imported)) {
            throw new IllegalStateException("the export was not imported");
        }
        var files = upload();
        follow();
        catalog.timekeeper().doDue();
        long datasets = catalog.store().datasets();
        print("datasets", (double) datasets);
        print("files", files.size());
        print("bytes", files.stream().mapToLong(Long::longValue).sum() / 1e6);
        print("filled", seconds(begun));
        var archive = disk("archive");
        var before = archive + sql();
        print("archive", archive);
        print("scorecards", before - files.stream().mapToLong(Long::longValue).sum() / 1e6);

        var draft = draft();
        begun = System.nanoTime();
        var report = catalog.judging().simulation().run(policy(draft), _ -> {});
        print("simulated", seconds(begun));
        if (report.fates().size() != datasets) {
            throw new IllegalStateException("%d of %d were simulated".formatted(report.fates().size(), datasets));
        }

        begun = System.nanoTime();
        if (!(catalog.judging().policies().adopt(draft, LocalDate.now(ZoneId.of("Asia/Taipei")), 0) instanceof Adopting.Noted)) {
            throw new IllegalStateException("the draft was refused");
        }
        catalog.timekeeper().doDue();
        follow();
        print("adopted", seconds(begun));
        check(report);
        print("added", disk("archive") + sql() - before);
        print("heap", heap());
    }

    /// The bytes of each file that was uploaded.
    private List<Long> upload() throws InterruptedException, ExecutionException {
        var chosen = new ArrayList<DistributionId>();
        var seen = new AtomicLong();
        catalog.store().forEachDataset(dataset -> {
            if (seen.getAndIncrement() % SHARE == 0 && !dataset.distributions().isEmpty()) {
                chosen.add(dataset.distributions().getFirst().id());
            }
        });
        try (var threads = Executors.newFixedThreadPool(UPLOADERS)) {
            var uploads = new ArrayList<Future<Long>>();
            for (int i = 0; i < chosen.size(); i++) {
                var distribution = chosen.get(i);
                var bytes = file(i);
                uploads.add(threads.submit(() -> upload(distribution, bytes)));
            }
            var sizes = new ArrayList<Long>();
            for (var each : uploads) {
                sizes.add(each.get());
            }
            return sizes;
        }
    }

    private long upload(DistributionId distribution, byte[] bytes) {
        if (!(catalog.publishing().upload(distribution, new ByteArrayInputStream(bytes), OPERATOR)
                instanceof Upload.Done)) {
            throw new IllegalStateException("a file was refused for " + distribution);
        }
        return bytes.length;
    }

    /// A table that no other dataset has, every fourth in Big5.
    private static byte[] file(int number) {
        var charset = number % 4 == 0 ? Charset.forName("x-windows-950") : StandardCharsets.UTF_8;
        var bytes = new ByteArrayOutputStream();
        try {
            MadeUpTable.write(bytes, charset, number % 3 == 0, FILE_BYTES);
            bytes.write("S%07d,第0監測站,臺北市,2026-10-10,%d.0,,121.5,25.0\r\n"
                    .formatted(number, number)
                    .getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The grades in force with other weights and a lower step, so that totals and grades become others.
    private static String draft() {
        return PolicyFiles.text(POLICY)
                .replaceFirst("\"version\": *\"[^\"]*\"", "\"version\": \"bench\"")
                .replace("\"air-17\": 3", "\"air-17\": 1")
                .replace("\"air-18\": 1", "\"air-18\": 3")
                .replace("\"from\": 50", "\"from\": 30");
    }

    private static Policy policy(String text) {
        return switch (Policy.read(text)) {
            case Policy policy -> policy;
            case PolicyReading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private void check(SimulationReport report) {
        var ids = report.fates().stream().map(SimulationReport.Fate::dataset).toList();
        var awards = catalog.judging().evaluations().history().awards(ids.subList(0, Math.min(ids.size(), 30_000)), POLICY);
        for (var fate : report.fates().subList(0, awards.size())) {
            if (!Optional.ofNullable(awards.get(fate.dataset())).equals(Optional.of(fate.after()))) {
                throw new IllegalStateException(fate.dataset() + " holds another grade than was simulated");
            }
        }
        var last = ids.getLast();
        var version = catalog.judging().evaluations().current(last, POLICY).orElseThrow().policy().version();
        if (!version.equals("bench")) {
            throw new IllegalStateException("the last dataset was not judged by the adopted policy");
        }
    }

    private void follow() throws InterruptedException {
        if (!catalog.awaitFollowed(LONGEST)) {
            throw new IllegalStateException("the index did not follow");
        }
    }

    private double disk(String part) {
        return Folder.bytes(home.resolve(part)) / 1e6;
    }

    private double sql() {
        return Folder.parts(home).entrySet().stream()
                .filter(each -> each.getKey().startsWith("touchstone.sqlite"))
                .mapToLong(each -> each.getValue())
                .sum()
                / 1e6;
    }

    private static double heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(String name, double value) {
        System.out.println(name + "=" + value);
        System.err.printf("touchstone: %s %.1f%n", name, value);
    }
}
