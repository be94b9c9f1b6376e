package tw.touchstone.quality.rules.label;

import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.RiskCode;

/// The verdict rests on a part of the file, since reading stopped at a cap.
final class PartlyRead implements ContentRisk {

    @Override
    public RiskCode code() {
        return RiskCode.PARTLY_READ;
    }

    @Override
    public Stream<Sight> find(Question question, ByteFacts bytes) {
        return bytes.extent() instanceof Extent.Partial(var cap, var read)
                ? Stream.of(new Sight(
                        LangText.of(
                                "檔案過大，只檢測了一部分（%s：%d）".formatted(cap, read),
                                "the file is large and only a part of it was read (%s: %d)".formatted(cap, read)),
                        Optional.empty()))
                : Stream.empty();
    }
}
