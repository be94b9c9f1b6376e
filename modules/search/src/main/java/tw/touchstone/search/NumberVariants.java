package tw.touchstone.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A wording with its ordinal number in the other script: 第3季 and 第三季, 3月 and 三月.
///
/// Only what is counted or numbered is: 三峽 and 一般 hold no number.
final class NumberVariants {

    private static final Set<String> COUNTED = Set.of("月", "季", "期", "次", "届", "号", "级", "类", "楼", "段", "区", "日", "阶");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");

    private NumberVariants() {}

    /// The variants of a wording; empty where it holds no such number.
    static List<Wording> of(Wording wording) {
        var variants = new ArrayList<Wording>();
        var terms = wording.terms();
        for (int i = 0; i < terms.size(); i++) {
            if (NUMBER.matcher(terms.get(i)).matches() && isNumbered(terms, i, i + 1)) {
                variants.add(replaced(terms, i, i + 1, HanNumber.written(Integer.parseInt(terms.get(i)))));
            }
            int end = i;
            while (end < terms.size() && end - i < 3 && HanNumber.SIGNS.contains(terms.get(end))) {
                end++;
            }
            if (end > i && isNumbered(terms, i, end)) {
                var value = HanNumber.value(String.join("", terms.subList(i, end)));
                if (value.isPresent() && value.getAsInt() > 0 && value.getAsInt() < 100) {
                    variants.add(replaced(terms, i, end, List.of(String.valueOf(value.getAsInt()))));
                }
                i = end - 1;
            }
        }
        return variants;
    }

    private static boolean isNumbered(List<String> terms, int from, int to) {
        return (from > 0 && terms.get(from - 1).equals("第")) || (to < terms.size() && COUNTED.contains(terms.get(to)));
    }

    private static Wording replaced(List<String> terms, int from, int to, List<String> number) {
        var replaced = new ArrayList<>(terms.subList(0, from));
        replaced.addAll(number);
        replaced.addAll(terms.subList(to, terms.size()));
        boolean hanOnly = replaced.stream().allMatch(term -> Character.isIdeographic(term.codePointAt(0)));
        return new Wording(replaced, hanOnly);
    }
}
