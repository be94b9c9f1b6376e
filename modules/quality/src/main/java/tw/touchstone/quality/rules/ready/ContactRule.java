package tw.touchstone.quality.rules.ready;

import java.util.Locale;
import java.util.regex.Pattern;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// There is an address to write to. Whether its host exists is not asked; names that never can are refused. (AIR-07)
final class ContactRule implements QualityRule<DatasetQuestion> {

    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z0-9-]{2,63}");
    /// Names that are reserved so that nothing ever stands behind them. (RFC 2606)
    private static final Pattern RESERVED =
            Pattern.compile(".*[@.](?:example|test|invalid|localhost|example\\.(?:com|net|org))");
    private static final LangText EXPECTED =
            LangText.of("格式正確的聯絡電子郵件", "a well-formed e-mail address of a contact");

    @Override
    public Metric metric() {
        return Metric.AIR_07;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var email = question.dataset().contact().flatMap(ContactPoint::email).map(String::strip).orElse("");
        boolean valid = EMAIL.matcher(email).matches() && !RESERVED.matcher(email.toLowerCase(Locale.ROOT)).matches();
        return Wording.judged(
                valid,
                email.isEmpty()
                        ? LangText.of("沒有電子郵件", "no e-mail address")
                        : LangText.of(Texts.shortened(email), Texts.shortened(email)),
                EXPECTED);
    }
}
