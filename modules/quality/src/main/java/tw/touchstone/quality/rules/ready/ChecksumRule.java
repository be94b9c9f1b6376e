package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;

/// Declared checksum and size are those of the bytes. One of the two earns half. (AIR-36)
final class ChecksumRule implements QualityRule<Opened> {

    private static final LangText EXPECTED =
            LangText.of("與檔案相同的 SHA-256 與大小", "the SHA-256 and the size of the file");

    @Override
    public Metric metric() {
        return Metric.AIR_36;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var declared = opened.question().distribution();
        boolean wrong = declared.checksum().filter(each -> !each.equals(opened.bytes().digest())).isPresent()
                || declared.byteSize().filter(each -> each != opened.bytes().size()).isPresent();
        int given = (declared.checksum().isPresent() ? 1 : 0) + (declared.byteSize().isPresent() ? 1 : 0);
        var seen = opened.bytes().size() + " B, " + opened.bytes().digest().hex();
        return Wording.earned(wrong ? Share.NONE : Share.of(given, 2), LangText.of(seen, seen), EXPECTED);
    }
}
