package tw.touchstone.quality.rules.star;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// One star: on the web under an open licence.
final class OpenLicenceRule implements QualityRule<LicensedLink> {

    private static final LangText EXPECTED =
            LangText.of("清單中的開放授權，且連結可以開啟", "an open licence of the list, and an address that answers");

    @Override
    public Metric metric() {
        return Metric.STAR_1;
    }

    @Override
    public Outcome evaluate(LicensedLink facts) {
        return facts.link().map(link -> link.outcome(EXPECTED)).orElseGet(() -> {
            var seen = facts.licence()
                    .map(Texts::shortened)
                    .map(iri -> LangText.of(iri + "，不在開放授權清單中", iri + ", which is not among the open licences"))
                    .orElse(LangText.of("沒有填寫授權方式", "no licence is given"));
            return new Failed(new Evidence(1, 1, new Finding(seen, EXPECTED), List.of()));
        });
    }
}
