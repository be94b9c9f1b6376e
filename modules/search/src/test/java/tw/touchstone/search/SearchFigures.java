package tw.touchstone.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// Measures the index on made-up Chinese datasets and prints a table. Run by hand, for example with 40000; no test.
final class SearchFigures {

    private static final String COMMON = "空氣品質監測站資料水質河川氣象雨量交通公車站牌路燈停車場學校醫院診所人口統計戶政地政稅務預算決算採購農業"
            + "漁業畜牧觀光旅遊景點古蹟文化圖書館消防警察災害防救能源電力自來水環境保護廢棄物回收垃圾清運食品衛生藥品長照社會福利勞工就業";

    private static final List<String> AGENCIES = List.of("環境部", "交通部", "內政部", "衛生福利部", "農業部", "財政部", "教育部");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Random random = new Random(20260301);

    private SearchFigures() {}

    public static void main(String[] arguments) throws Exception {
        int datasets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40_000;
        var directory = Files.createTempDirectory("search-figures");
        try {
            new SearchFigures().measure(directory, datasets);
        } finally {
            try (var files = Files.list(directory)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private void measure(Path directory, int datasets) throws Exception {
        var entries = new ArrayList<SearchEntry>();
        for (int i = 0; i < datasets; i++) {
            entries.add(entry(i));
        }
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            long start = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < datasets; i += 1_000) {
                search.apply(Entries.puts(entries.subList(i, Math.min(datasets, i + 1_000))), i + 1);
            }
            double seconds = seconds(start);
            double busy = (THREADS.getCurrentThreadCpuTime() - used) / 1e9;
            System.out.printf(
                    "indexed %,d in %.1f s: %,.0f datasets/s, %,.0f per second of this thread's processor time%n",
                    datasets, seconds, datasets / seconds, datasets / busy);
            start = System.nanoTime();
            search.commit();
            System.out.printf("commit %.0f ms, %,d kB%n", seconds(start) * 1e3, bytes(directory) / 1024);

            var queries = new ArrayList<SearchQuery>();
            for (int i = 0; i < 2_000; i++) {
                queries.add(SearchQuery.of(text(i, entries)));
            }
            var narrowed =
                    queries.stream().map(query -> query.filters(filters())).toList();
            var browsing = queries.stream()
                    .map(query -> SearchQuery.of("").filters(filters()))
                    .toList();
            var everything = queries.stream().map(query -> SearchQuery.of("")).toList();
            for (int threads : new int[] {1, 4}) {
                report("text + 5 facets, " + threads + " threads", threads, queries, search);
                report("text + 3 filters + 5 facets, " + threads + " threads", threads, narrowed, search);
                report("browse + 3 filters + 5 facets, " + threads + " threads", threads, browsing, search);
                report("browse everything, " + threads + " threads", threads, everything, search);
            }
            updates(search, entries);
            deepPages(search);
        }
        long start = System.nanoTime();
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.search(SearchQuery.of("空氣"));
            System.out.printf("open and first search %.0f ms, at %d%n", seconds(start) * 1e3, search.lastApplied());
        }
    }

    private static void updates(CatalogSearch search, List<SearchEntry> entries) throws Exception {
        long number = search.lastApplied();
        timed("apply 1 + search", 1, 500, i -> {
            search.apply(List.of(new IndexChange.Put(entries.get(i * 7))), number + i + 1);
            search.search(SearchQuery.of("空氣").facets(false));
        });
        timed("apply 1, then browse", 1, 200, i -> {
            search.apply(List.of(new IndexChange.Put(entries.get(i * 11))), number + i + 1);
            search.search(SearchQuery.of(""));
        });
        var downloads = Map.of(new DatasetId("d1"), 5L, new DatasetId("d2"), 6L, new DatasetId("d3"), 7L);
        timed("3 download counts", 1, 200, i -> search.updateDownloads(downloads));
    }

    private static void deepPages(CatalogSearch search) {
        var query = SearchQuery.of("").facets(false).size(1_000);
        long start = System.nanoTime();
        int pages = 0;
        Optional<String> next = Optional.empty();
        do {
            long page = System.nanoTime();
            next = Entries.result(search.search(query.after(next))).next();
            pages++;
            if (pages == 1 || next.isEmpty()) {
                System.out.printf("page %d of 1,000: %.1f ms%n", pages, seconds(page) * 1e3);
            }
        } while (next.isPresent());
        System.out.printf("all %d pages %.0f ms%n", pages, seconds(start) * 1e3);
    }

    private static void report(String what, int threads, List<SearchQuery> queries, CatalogSearch search)
            throws Exception {
        timed(what, threads, queries.size(), i -> search.search(queries.get(i)));
    }

    private static void timed(String what, int threads, int runs, IntConsumer task) throws Exception {
        var nanos = new long[runs];
        var cpu = new long[runs];
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayList<Future<?>>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                parts.add(pool.submit(() -> {
                    for (int i = first; i < runs; i += threads) {
                        long from = System.nanoTime();
                        long used = THREADS.getCurrentThreadCpuTime();
                        task.accept(i);
                        nanos[i] = System.nanoTime() - from;
                        cpu[i] = THREADS.getCurrentThreadCpuTime() - used;
                    }
                }));
            }
            for (var part : parts) {
                part.get();
            }
        }
        double seconds = seconds(start);
        System.out.printf("%-42s %s  cpu %s  %,7.0f/s%n", what, quantiles(nanos), quantiles(cpu), runs / seconds);
    }

    /// Without the first tenth, in which the machine warms up.
    private static String quantiles(long[] nanos) {
        var sorted = Arrays.copyOfRange(nanos, nanos.length / 10, nanos.length);
        Arrays.sort(sorted);
        return "median %6.2f p99 %6.2f max %6.2f ms"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6,
                        sorted[sorted.length - 1] / 1e6);
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toNanos() / 1e9;
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private Map<Facet, Set<String>> filters() {
        return Map.of(
                Facet.THEME, Set.of("t" + random.nextInt(9)),
                Facet.FORMAT, Set.of("csv", "json"),
                Facet.LABEL, Set.of("gold", "platinum", "silver"));
    }

    /// Parts of titles, two words, and made-up runs.
    private String text(int i, List<SearchEntry> entries) {
        var title = entries.get(random.nextInt(entries.size())).title().best(LangText.ZH);
        int from = random.nextInt(Math.max(1, title.length() - 4));
        var part = title.substring(from, Math.min(title.length(), from + 2 + random.nextInt(4)));
        return switch (i % 4) {
            case 0, 1 -> part;
            case 2 -> part + " " + words(1);
            default -> words(1) + words(1) + i % 113;
        };
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(COMMON.length() - 4);
            text.append(COMMON, from, from + 2 + random.nextInt(3));
        }
        return text.toString();
    }

    private String rare(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (0x4E00 + (int) Math.abs(random.nextGaussian() * 1_500)));
        }
        return text.toString();
    }

    private SearchEntry entry(int i) {
        int agency = (int) Math.min(699, Math.abs(random.nextGaussian() * 200));
        var name = AGENCIES.get(agency % 7) + words(1) + agency / 7 + "局";
        int theme = random.nextInt(9);
        return new SearchEntry(
                new DatasetId("d" + i),
                LangText.of(words(2) + rare(3) + (100 + i % 15) + "年", "Dataset " + i + " quality of water"),
                LangText.zh(words(12) + "，" + rare(20) + "。" + words(12) + "，" + rare(10)),
                List.of(words(1), words(1), rare(2)),
                Optional.of(new AgencyId("agency-" + agency)),
                LangText.zh(name),
                List.of(),
                List.of("t" + theme, "t" + theme + "-" + random.nextInt(9)),
                List.of(words(1), words(1)),
                List.of(List.of("csv", "json", "xml", "pdf").get(random.nextInt(4)), "f" + random.nextInt(20)),
                List.of(words(1), words(1), words(1), "lon", "lat", "site_name", words(1), words(1)),
                List.of(),
                List.of("platinum", "gold", "silver", "bronze", "none-failed").get(random.nextInt(5)),
                List.of("a", "b", "c", "d", "ungraded").get(random.nextInt(5)),
                Optional.of("licence-" + random.nextInt(6)),
                Entries.DAY.minusSeconds(random.nextInt(100_000_000)),
                Entries.DAY,
                i + 1,
                random.nextInt(10_000));
    }
}
