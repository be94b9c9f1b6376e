package tw.touchstone.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The texts of a [LangText] in the order of their tags, in one array: a catalogue holds and judging makes many of two.
@SuppressWarnings("JdkObsolete") // a SortedMap is what [LangText] promises
final class TextByLanguage extends AbstractMap<String, String> implements SortedMap<String, String> {

    /// Tags and texts in turn, by tag.
    private final String[] pairs;

    private TextByLanguage(String[] pairs) {
        this.pairs = pairs;
    }

    /// Those of the texts that are not blank, trimmed.
    static TextByLanguage of(SortedMap<String, String> texts) {
        if (texts instanceof TextByLanguage kept) {
            return kept;
        }
        var sorted = texts.comparator() == null ? texts : new TreeMap<>((Map<String, String>) texts);
        var pairs = new String[2 * sorted.size()];
        int next = 0;
        for (var each : sorted.entrySet()) {
            if (!each.getValue().isBlank()) {
                pairs[next++] = each.getKey();
                pairs[next++] = each.getValue().strip();
            }
        }
        return new TextByLanguage(next == pairs.length ? pairs : Arrays.copyOf(pairs, next));
    }

    /// @param first  the tag that is the lower one
    /// @param second the other
    static TextByLanguage of(String first, String text, String second, String other) {
        if (text.isBlank()) {
            return other.isBlank()
                    ? new TextByLanguage(new String[0])
                    : new TextByLanguage(new String[] {second, other.strip()});
        }
        return new TextByLanguage(
                other.isBlank()
                        ? new String[] {first, text.strip()}
                        : new String[] {first, text.strip(), second, other.strip()});
    }

    @Override
    public @Nullable String get(@Nullable Object language) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(language)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object language) {
        return get(language) != null;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return TextByLanguage.this.size();
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < pairs.length;
                    }

                    @Override
                    public Map.Entry<String, String> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        next += 2;
                        return Map.entry(pairs[next - 2], pairs[next - 1]);
                    }
                };
            }
        };
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, String> subMap(String from, String to) {
        return of(new TreeMap<>((Map<String, String>) this).subMap(from, to));
    }

    @Override
    public SortedMap<String, String> headMap(String to) {
        return of(new TreeMap<>((Map<String, String>) this).headMap(to));
    }

    @Override
    public SortedMap<String, String> tailMap(String from) {
        return of(new TreeMap<>((Map<String, String>) this).tailMap(from));
    }

    @Override
    public String firstKey() {
        return key(0);
    }

    @Override
    public String lastKey() {
        return key(pairs.length - 2);
    }

    private String key(int place) {
        if (pairs.length == 0) {
            throw new NoSuchElementException();
        }
        return pairs[place];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextByLanguage texts ? Arrays.equals(pairs, texts.pairs) : super.equals(other);
    }

    /// As every map has it.
    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            hash += pairs[i].hashCode() ^ pairs[i + 1].hashCode();
        }
        return hash;
    }
}
