package tw.touchstone.quality.rules.ready;

import java.util.List;
import java.util.regex.Pattern;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// Where a group is rare or another outweighs it, the statement of bias says so. (AIR-31)
final class GroupsRule implements QualityRule<Opened> {

    private static final Pattern GROUP = Pattern.compile(
            ".*(?:性別|年齡|族群|族別|原住民|國籍|身分別|[Gg]ender|[Ss]ex|\\b[Aa]ge\\b|[Ee]thnic).*");
    private static final LangText EXPECTED = LangText.of(
            "占比低於 1% 或相差 20 倍以上的群組，偏誤說明有提到",
            "a statement of bias that mentions groups below 1 % or twenty times smaller than others");

    @Override
    public Metric metric() {
        return Metric.AIR_31;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var unreadable = opened.unreadable(EXPECTED);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        var declared = opened.question().dataset().limits().orElse(Limits.NONE).groupColumns();
        if (declared.isEmpty()) {
            // Declared fields count too: a broken header must not take the question away.
            var groups = opened.knownNames().filter(name -> GROUP.matcher(name).matches()).toList();
            return groups.isEmpty()
                    ? new NotApplicable(LangText.of("沒有群組欄位", "there are no group columns"))
                    : Wording.judged(
                            false,
                            LangText.of("有群組欄位而未宣告", "there are group columns, and none is declared"),
                            EXPECTED,
                            opened.headers(groups));
        }
        var columns = declared.stream().flatMap(name -> opened.column(name).stream()).toList();
        if (columns.size() < declared.size()) {
            return Wording.judged(false, LangText.of("宣告的群組欄位不在檔案中", "a declared group column is not in the file"), EXPECTED, List.of(opened.header()));
        }
        var biases = opened.question().dataset().limits().orElse(Limits.NONE).biases();
        var untold = columns.stream()
                .filter(column -> isUneven(column) && !isTold(column, biases))
                .map(ColumnProfile::name)
                .toList();
        return untold.isEmpty()
                ? Outcome.passed(columns.size(), new Finding(LangText.of("群組分布均衡或已說明", "groups are even, or told of"), EXPECTED))
                : new Failed(new Evidence(
                        columns.size(),
                        untold.size(),
                        new Finding(Texts.around("分布懸殊而未說明：", "uneven without a word: ", Texts.names(untold), "", ""), EXPECTED),
                        opened.headers(untold)));
    }

    private static boolean isUneven(ColumnProfile column) {
        if (column.top().isEmpty()) {
            return false;
        }
        long most = column.top().getFirst().count();
        long least = column.top().getLast().count();
        boolean all = column.distinct() <= column.top().size();
        return !all || least * 100 < column.filled() || most > 20 * least;
    }

    private static boolean isTold(ColumnProfile column, LangText biases) {
        return Wording.mentions(biases, column.name().strip())
                || (!column.top().isEmpty() && Wording.mentions(biases, column.top().getLast().value()));
    }
}
