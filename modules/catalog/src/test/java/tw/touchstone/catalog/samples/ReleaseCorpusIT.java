package tw.touchstone.catalog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.model.DatasetId;
import tw.touchstone.quality.Bundle;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.rules.Rules;

/// The scorecards of our samples as they were when this version of the rules was made, with all their inputs: the same
/// inputs must give the same bytes for as long as the version stands.
///
/// A rule that judges otherwise than before is another version of the rules ([Scorer#ENGINE]). Only then the corpus is
/// written anew, by a run with `-Dcorpus.update=true`. One bundle a line; nearly all of it repeats, hence the compression
/// over the whole.
class ReleaseCorpusIT {

    private static final Path CORPUS =
            Path.of("src/test/resources/corpus/samples-engine-" + Scorer.ENGINE + ".jsonl.zst");
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final int WINDOW = 27;

    @TempDir
    private Path home;

    @Test
    void everyScorecardIsReplayedToTheByte() throws IOException {
        if (Boolean.getBoolean("corpus.update")) {
            write();
        }
        var replayed = new TreeMap<String, Integer>();
        for (var bundle : read()) {
            var replay = Bundle.replay(bundle.getBytes(StandardCharsets.UTF_8), Rules::scorer);
            assertThat(replay).isInstanceOfSatisfying(
                    Bundle.Replay.Verified.class,
                    verified -> replayed.merge(verified.scorecard().policy().id(), 1, Integer::sum));
        }
        assertThat(replayed.keySet())
                .contains("ai-ready-1", "five-star", "label-113", "label-114", "label-strict-1", "mqa-405");
        assertThat(replayed.values()).containsOnly(14);
    }

    private static List<String> read() throws IOException {
        try (var in = new ZstdInputStream(new BufferedInputStream(Files.newInputStream(CORPUS)))) {
            in.setLongMax(WINDOW);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private void write() throws IOException {
        Files.createDirectories(Optional.ofNullable(CORPUS.getParent()).orElseThrow());
        var bundles = new ArrayList<byte[]>();
        try (var catalog = CatalogTests.open(home, Clock.fixed(NOW, ZoneOffset.UTC))) {
            catalog.samples().load(Path.of("../../datasets"));
            var ids = new TreeSet<DatasetId>();
            catalog.store().forEachDataset(dataset -> ids.add(dataset.id()));
            for (var policy : catalog.judging().evaluations().policies()) {
                for (var id : ids) {
                    var stored = catalog.judging().evaluations().stored(id, policy.id(), Optional.empty()).orElseThrow();
                    bundles.add(catalog.judging().cases().bundle(stored).orElseThrow());
                }
            }
        }
        try (var out = new ZstdOutputStream(Files.newOutputStream(CORPUS), 19)) {
            out.setLong(WINDOW);
            for (var bundle : bundles) {
                out.write(bundle);
                out.write('\n');
            }
        }
    }
}
