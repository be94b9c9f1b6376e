package tw.touchstone.exchange.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The items of a catalogue file, pulled one by one; for one thread, to be closed.
///
/// The file is read twice: first for the identifiers alone, then for the rows. A row whose identifier comes again is
/// held back until its last fellow has been read, so an item never changes what an earlier one said, and a reader that
/// stops and begins anew gets the same items. Memory does not grow with the file but for eight bytes a row.
///
/// All methods throw [UncheckedIOException] if the file cannot be read.
public final class CatalogueRows implements AutoCloseable {

    /// Rows that wait for the last row of their identifier.
    private static final class Held {
        private final Map<String, List<Drafted>> byIdentifier = new LinkedHashMap<>();
        private int awaited;
        private long chars;

        Held(int awaited) {
            this.awaited = awaited;
        }
    }

    private final RepeatedIdentifiers repeated;
    private final Drafting drafting;
    private final Merging merging;
    private final Limits limits;
    private final TextSource.Counting bytes;
    private final Reader text;
    private final RawRows rows;
    private final long size;
    private final Map<Long, Held> held = new LinkedHashMap<>();
    private final Deque<CatalogueItem> ready = new ArrayDeque<>();
    private long heldChars;
    private long read;
    private boolean ended;

    CatalogueRows(
            Path file, CatalogueFile.Format format, Drafting drafting, OnConflict onConflict, Limits limits) {
        this.drafting = drafting;
        this.merging = new Merging(onConflict);
        this.limits = limits;
        try {
            size = Files.size(file);
            try (var first = TextSource.text(TextSource.bytes(file), format.charset())) {
                repeated = RepeatedIdentifiers.count(format.rows(first, limits), drafting, limits);
            }
            bytes = TextSource.bytes(file);
            text = TextSource.text(bytes, format.charset());
            rows = format.rows(text, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next item; empty at the end.
    public Optional<CatalogueItem> next() {
        try {
            while (ready.isEmpty() && !ended) {
                var row = rows.next();
                if (row.isEmpty()) {
                    end(Optional.empty());
                } else {
                    read(row.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(ready.poll());
    }

    /// How far reading has come.
    public Progress progress() {
        return new Progress(read, bytes.count(), size);
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(RawRow row) {
        if (read == limits.rows()) {
            end(Optional.of(
                    new CatalogueItem.Stopped(row.line(), "more than %,d rows".formatted(limits.rows()))));
            return;
        }
        switch (row) {
            case RawRow.Broken broken ->
                end(Optional.of(new CatalogueItem.Stopped(broken.line(), broken.reason())));
            case RawRow.Unreadable unreadable -> {
                read++;
                ready.add(new CatalogueItem.Refused(
                        unreadable.line(), Optional.empty(), unreadable.reason(), UrlCounts.NONE));
            }
            case RawRow.Read usable -> {
                read++;
                draft(usable);
            }
        }
    }

    private void draft(RawRow.Read row) {
        var result = drafting.draft(row);
        if (result instanceof Drafting.Unusable unusable) {
            ready.add(unusable.refused());
        }
        int fellows = result.id().map(repeated::rows).orElse(1);
        if (result.id().isPresent() && fellows > 1) {
            hold(RepeatedIdentifiers.hash(result.id().get()), fellows, row, result);
        } else if (result instanceof Drafting.Usable usable) {
            ready.add(usable.drafted().item());
        }
    }

    private void hold(long hash, int fellows, RawRow.Read row, Drafting.Result result) {
        var waiting = held.computeIfAbsent(hash, none -> new Held(fellows));
        if (result instanceof Drafting.Usable usable) {
            waiting.byIdentifier
                    .computeIfAbsent(usable.drafted().dataset().id().value(), none -> new ArrayList<>())
                    .add(usable.drafted());
            waiting.chars += row.chars();
            heldChars += row.chars();
        }
        waiting.awaited--;
        if (waiting.awaited == 0) {
            release(waiting);
            held.remove(hash);
        } else if (heldChars > limits.heldChars()) {
            end(Optional.of(new CatalogueItem.Stopped(
                    row.line(), "rows with repeated identifiers take more than %,d characters"
                            .formatted(limits.heldChars()))));
        }
    }

    private void release(Held waiting) {
        heldChars -= waiting.chars;
        waiting.byIdentifier.values().forEach(fellows -> ready.addAll(merging.resolve(fellows)));
    }

    private void end(Optional<CatalogueItem> last) {
        held.values().forEach(this::release);
        held.clear();
        last.ifPresent(ready::add);
        ended = true;
    }
}
