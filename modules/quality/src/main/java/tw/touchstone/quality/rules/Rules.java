package tw.touchstone.quality.rules;

import java.util.List;
import java.util.stream.Stream;
import tw.touchstone.quality.Check;
import tw.touchstone.quality.Reference;
import tw.touchstone.quality.RiskRule;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.rules.label.LabelRules;
import tw.touchstone.quality.rules.mqa.MqaRules;
import tw.touchstone.quality.rules.ready.ReadyRules;
import tw.touchstone.quality.rules.star.StarRules;

/// Every rule there is, family by family.
public final class Rules {

    /// One check for each metric.
    public static final List<Check<?, ?>> ALL =
            Stream.of(LabelRules.ALL, MqaRules.ALL, StarRules.ALL, ReadyRules.ALL).flatMap(List::stream).toList();

    /// What is looked for beside a label.
    public static final List<RiskRule> RISKS = LabelRules.RISKS;

    private Rules() {}

    /// A scorer that knows every rule.
    public static Scorer scorer(Reference reference) {
        return new Scorer(ALL, RISKS, reference);
    }
}
