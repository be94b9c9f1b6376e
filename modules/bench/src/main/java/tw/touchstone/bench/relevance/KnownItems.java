package tw.touchstone.bench.relevance;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Searches for datasets whose titles are known, but not remembered exactly.
///
/// The items are drawn by a fixed seed from the series of a catalogue, so that twelve months count once. An item is
/// found where a dataset of its series is shown.
public final class KnownItems {

    private static final long SEED = 20260305;
    private static final int SHORTEST = 6;

    /// Characters that fingers or input methods put in the place of another.
    private static final String WRONG = "的是在有以及與資科己已未末土士大太日曰入人干千";

    private final List<Item> drawn;
    private final Map<String, String> seriesById;

    /// @param items  all datasets of the catalogue
    /// @param wanted how many to look for; fewer where there are not as many series
    public KnownItems(List<Item> items, int wanted) {
        seriesById = items.stream().collect(Collectors.toMap(Item::id, Item::series));
        var each = new ArrayList<>(items.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .filter(item -> item.title().codePointCount(0, item.title().length()) >= SHORTEST)
                .collect(Collectors.toMap(Item::series, Function.identity(), (first, second) -> first))
                .values()
                .stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList());
        Collections.shuffle(each, new Random(SEED));
        drawn = List.copyOf(each.subList(0, Math.min(wanted, each.size())));
    }

    /// How a title is remembered.
    public enum Memory {
        EXACT,
        CUT,
        REORDERED,
        VARIANT,
        SIMPLIFIED,
        MISSPELT
    }

    /// How often the item was found.
    ///
    /// @param asked items whose title can be remembered so
    /// @param at1   share that came first
    /// @param at10  share among the first ten
    public record Success(Memory memory, int asked, double at1, double at10) {}

    /// Looks for every drawn item in every way.
    public List<Success> ask(Engine engine) {
        return Arrays.stream(Memory.values()).map(memory -> ask(engine, memory)).toList();
    }

    private Success ask(Engine engine, Memory memory) {
        var random = new Random(SEED);
        int asked = 0;
        int first = 0;
        int ten = 0;
        for (var item : drawn) {
            var text = text(item.title().strip(), memory, random);
            if (text.isEmpty()) {
                continue;
            }
            asked++;
            var places = engine.search(text.get(), 10).ids().stream().map(seriesById::get).toList();
            int place = places.indexOf(item.series());
            first += place == 0 ? 1 : 0;
            ten += place >= 0 ? 1 : 0;
        }
        return new Success(memory, asked, (double) first / asked, (double) ten / asked);
    }

    /// The title as it is remembered; empty where it cannot be remembered so.
    static Optional<String> text(String title, Memory memory, Random random) {
        return switch (memory) {
            case EXACT -> Optional.of(title);
            case CUT -> Optional.of(cut(title));
            case REORDERED -> Optional.of(reordered(title));
            case VARIANT -> changed(title, title.indexOf('臺') >= 0 ? title.replace('臺', '台') : title.replace('台', '臺'));
            case SIMPLIFIED -> changed(title, Transliterator.getInstance("Traditional-Simplified").transliterate(title));
            case MISSPELT -> misspelt(title, random);
        };
    }

    /// Without the last third.
    private static String cut(String title) {
        return title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, title.length()) * 2 / 3)).strip();
    }

    /// The second half, then the first.
    private static String reordered(String title) {
        int middle = title.offsetByCodePoints(0, title.codePointCount(0, title.length()) / 2);
        return title.substring(middle).strip() + " " + title.substring(0, middle).strip();
    }

    private static Optional<String> changed(String title, String text) {
        return Optional.of(text).filter(each -> !each.equals(title));
    }

    /// One Chinese character is another one.
    private static Optional<String> misspelt(String title, Random random) {
        var places = title.codePoints().boxed().toList();
        var han = new ArrayList<Integer>();
        for (int i = 0; i < places.size(); i++) {
            if (Character.UnicodeScript.of(places.get(i)) == Character.UnicodeScript.HAN) {
                han.add(i);
            }
        }
        if (han.isEmpty()) {
            return Optional.empty();
        }
        int place = han.get(random.nextInt(han.size()));
        int wrong;
        do {
            wrong = WRONG.charAt(random.nextInt(WRONG.length()));
        } while (wrong == places.get(place));
        var text = new StringBuilder();
        for (int i = 0; i < places.size(); i++) {
            text.appendCodePoint(i == place ? wrong : places.get(i));
        }
        return Optional.of(text.toString());
    }
}
