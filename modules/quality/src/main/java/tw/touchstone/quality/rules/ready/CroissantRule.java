package tw.touchstone.quality.rules.ready;

import java.util.ArrayList;
import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// A Croissant description could be made: what its version 1.1 requires is there, and a first record can be read. (AIR-37)
final class CroissantRule implements QualityRule<Opened> {

    private static final LangText EXPECTED = LangText.of(
            "Croissant 1.1 必備項目，以及可讀取的第一筆紀錄",
            "what Croissant 1.1 requires, and a first record that can be read");

    @Override
    public Metric metric() {
        return Metric.AIR_37;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var dataset = opened.question().dataset();
        var declared = opened.question().distribution();
        boolean live = dataset.release().orElse(Release.NONE).live();
        var lacking = new ArrayList<String>();
        need(!dataset.title().isEmpty(), "name", lacking);
        need(!dataset.description().isEmpty(), "description", lacking);
        need(declared.licence().isPresent(), "license", lacking);
        need(dataset.publisher().isPresent() || dataset.provenance().flatMap(Provenance::creator).isPresent(), "creator", lacking);
        need(dataset.issued().isPresent(), "datePublished", lacking);
        need(declared.url().isPresent(), "contentUrl", lacking);
        need(declared.mediaType().isPresent() || declared.format().isPresent(), "encodingFormat", lacking);
        need(live || declared.checksum().isPresent(), "sha256", lacking);
        need(!opened.names().isEmpty() && opened.names().stream().noneMatch(String::isBlank), "field", lacking);
        need(opened.rows() > 0, "record", lacking);
        return Wording.judged(
                lacking.isEmpty(),
                lacking.isEmpty()
                        ? LangText.of("齊備", "complete")
                        : Texts.around("缺：", "missing: ", Texts.names(lacking), "", ""),
                EXPECTED);
    }

    private static void need(boolean there, String name, List<String> lacking) {
        if (!there) {
            lacking.add(name);
        }
    }
}
