package tw.touchstone.bench.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// What people would type to find datasets of these titles: pairs of characters, words, longer pieces, two words.
public final class QueryTexts {

    private static final long SEED = 20260303;
    private static final int TRIES_PER_TEXT = 20;

    /// A run of Chinese characters or a Latin word.
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}{2,}|[A-Za-z]{3,}");

    private QueryTexts() {}

    /// Texts that are all different, in a random order that is always the same; fewer than wanted where the titles do
    /// not have as many.
    public static List<String> of(List<String> titles, int wanted) {
        var random = new Random(SEED);
        var runs = titles.stream()
                .flatMap(title -> RUN.matcher(title).results())
                .map(match -> match.group())
                .toList();
        var texts = new LinkedHashSet<String>();
        for (int i = 0; !runs.isEmpty() && texts.size() < wanted && i < wanted * TRIES_PER_TEXT; i++) {
            texts.add(
                    switch (random.nextInt(4)) {
                        case 0 -> piece(runs, 2, random);
                        case 1 -> piece(runs, 3 + random.nextInt(2), random);
                        case 2 -> piece(runs, 5 + random.nextInt(4), random);
                        default -> piece(runs, 2, random) + " " + piece(runs, 2 + random.nextInt(3), random);
                    });
        }
        return new ArrayList<>(texts);
    }

    private static String piece(List<String> runs, int length, Random random) {
        var run = runs.get(random.nextInt(runs.size()));
        if (run.length() <= length || run.charAt(0) < 0x80) {
            return run;
        }
        int start = random.nextInt(run.length() - length + 1);
        return run.substring(start, start + length);
    }
}
