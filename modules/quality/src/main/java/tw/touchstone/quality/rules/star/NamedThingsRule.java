package tw.touchstone.quality.rules.star;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// Four stars: things are named by IRIs, in RDF or through a field dictionary that takes codes from a list with an IRI.
final class NamedThingsRule implements QualityRule<OpenedFile> {

    static final Set<FileFormat> RDF =
            EnumSet.of(FileFormat.RDF_XML, FileFormat.TURTLE, FileFormat.N_TRIPLES, FileFormat.JSON_LD);

    private static final LangText EXPECTED = LangText.of(
            "RDF 檔案，或欄位說明中有以 IRI 指明的代碼表", "RDF, or a field dictionary that takes a column's codes from a list with an IRI");

    @Override
    public Metric metric() {
        return Metric.STAR_4;
    }

    @Override
    public Outcome evaluate(OpenedFile file) {
        if (RDF.containsAll(file.formats())) {
            var name = file.bytes().format().display();
            return Outcome.passed(1, new Finding(LangText.of(name + " 檔案", "a file of format " + name), EXPECTED));
        }
        var coded = CodedColumns.of(file).names();
        if (coded.isEmpty()) {
            var seen = LangText.of("沒有任何欄位以 IRI 指明代碼表", "no column takes its codes from a list with an IRI");
            return new Failed(new Evidence(1, 1, new Finding(seen, EXPECTED), List.of()));
        }
        var seen = Texts.around("以 IRI 指明代碼表的欄位：", "columns with a list of codes: ", Texts.names(coded), "", "");
        return Outcome.passed(coded.size(), new Finding(seen, EXPECTED));
    }
}
