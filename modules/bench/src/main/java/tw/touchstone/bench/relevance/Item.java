package tw.touchstone.bench.relevance;

import java.util.regex.Pattern;

/// A dataset that somebody looks for by its title.
public record Item(String id, String title) {

    private static final Pattern NUMBERS = Pattern.compile("[\\p{Nd}〇零一二三四五六七八九十]+");

    /// What the titles of one series share: all but their numbers. Whoever finds any issue of a monthly series found it.
    public String series() {
        return NUMBERS.matcher(title.strip()).replaceAll("#");
    }
}
