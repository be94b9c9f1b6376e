package tw.touchstone.catalog.mending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.inspecting.Scratch;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.TextEncoding;

/// Writes files anew into a scratch file and looks at them there. What came of it is remembered, the files are not: the
/// same fix of the same bytes gives the same file. Thread-safe.
final class Rewrites {

    private static final int REMEMBERED = 500;

    private final Archive archive;
    private final Scratch scratch;
    private final long limit;
    private final Inspector inspector = new Inspector();
    private final Cache<Asked, Result> results =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /// Rewrites of the files in an archive.
    ///
    /// @param limit greatest size of a new file, in bytes
    Rewrites(Archive archive, Scratch scratch, long limit) {
        this.archive = archive;
        this.scratch = scratch;
        this.limit = limit;
    }

    /// What a result hangs on: lines are compared as a reader who believes the declared encoding sees them.
    private record Asked(FileFix fix, Optional<String> declared) {}

    /// What became of writing a file anew.
    sealed interface Result {

        /// It says what the old file says, as far as the inspector sees.
        ///
        /// @param lines the first that change
        record Made(ByteFacts facts, List<LineChange> lines) implements Result {}

        /// There is no new file, or none that says the same.
        record NotMade(LangText reason) implements Result {}
    }

    /// What a fix would make of a file.
    Result foretell(FileFix fix, Distribution declared, ByteFacts before) {
        var asked = new Asked(fix, declared.encoding());
        var known = Optional.ofNullable(results.getIfPresent(asked));
        // Not inside the cache, where writing a large file would hold up whoever asks for others.
        return known.orElseGet(() -> {
            var result = make(fix, declared, before, (_, made) -> made);
            results.put(asked, result);
            return result;
        });
    }

    /// Writes a file anew and does something with it while it is there.
    <T> T make(FileFix fix, Distribution declared, ByteFacts before, BiFunction<Path, Result, T> use) {
        return scratch.with(file -> use.apply(file, written(fix, declared, before, file)));
    }

    private Result written(FileFix fix, Distribution declared, ByteFacts before, Path file) {
        var changes = new LineChanges();
        try (var from = open(fix);
                var to = new Capped(Files.newOutputStream(file), limit)) {
            fix.write(from, to, changes);
        } catch (Unwritable stopped) {
            return new Result.NotMade(stopped.reason());
        } catch (TooLarge large) {
            return new Result.NotMade(LangText.of(
                    "新檔案超過 %,d 位元組的上限".formatted(limit), "the new file is larger than %,d bytes".formatted(limit)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (inspector.inspect(file)) {
            case Inspection.NotInspected(String reason) ->
                new Result.NotMade(LangText.of("新檔案無法檢測：" + reason, "the new file cannot be inspected: " + reason));
            case Inspection.Inspected(ByteFacts after) ->
                fix.succeeded(before, after)
                        ? new Result.Made(after, lines(fix, declared, file, changes))
                        : new Result.NotMade(LangText.of(
                                "改寫後的檔案讀起來與原檔案不同", "the file written anew does not read as the old one does"));
        };
    }

    private List<LineChange> lines(FileFix fix, Distribution declared, Path file, LineChanges changes) {
        if (fix.isCopy()) {
            return changes.first();
        }
        try (var before = open(fix);
                var after = Files.newInputStream(file)) {
            LineDiff.between(before, believed(declared), after, changes);
            return changes.first();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(FileFix fix) {
        return archive.open(fix.bytes())
                .orElseThrow(() -> new IllegalStateException("the archive has lost the file " + fix.bytes()));
    }

    private static Charset believed(Distribution declared) {
        return Transcoding.charset(
                declared.encoding().flatMap(TextEncoding::declared).orElse(TextEncoding.UTF_8));
    }

    /// Says that there are more bytes than a file may have.
    private static final class TooLarge extends IOException {}

    /// Passes on so many bytes and no more.
    private static final class Capped extends FilterOutputStream {
        private long room;

        Capped(OutputStream out, long room) {
            super(out);
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            take(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
            out.write(bytes, from, length);
        }

        private void take(int length) throws TooLarge {
            room -= length;
            if (room < 0) {
                throw new TooLarge();
            }
        }
    }
}
