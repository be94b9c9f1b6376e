package tw.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.LangText;

class VocabularyFilesTest {

    private static final String SCHEME = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix x: <https://example.org/x/> .
            <https://example.org/x> a skos:ConceptScheme ; skos:prefLabel "表"@zh-Hant-TW , "List"@en .
            """;

    @Test
    void saysFileAndLineOfATurtleMistake() {
        assertThatThrownBy(() -> new TurtleFile("themes.ttl", SCHEME + "x:a a skos:Concept ;; .\nx:b a ."))
                .isInstanceOf(VocabularyException.class)
                .hasMessageStartingWith("vocab/themes.ttl, line 5:");
    }

    @Test
    void takesAWarningOfTheParserForAMistake() {
        assertThatThrownBy(() -> new TurtleFile("themes.ttl", "\n<https://example.org/a> <https://example.org/b> "
                        + "\"zwölf\"^^<http://www.w3.org/2001/XMLSchema#integer> ."))
                .isInstanceOf(VocabularyException.class)
                .hasMessageStartingWith("vocab/themes.ttl, line 2:");
    }

    @Test
    void saysWhichConceptLacksALanguage() {
        assertThatThrownBy(() -> scheme("x:a a skos:Concept ; skos:inScheme <https://example.org/x> ; skos:notation \"a\" ;"
                        + " skos:prefLabel \"甲\"@zh-Hant-TW ."))
                .isInstanceOf(VocabularyException.class)
                .hasMessage("vocab/list.ttl, line 4: <https://example.org/x/a> needs prefLabel in zh-Hant-TW and en");
    }

    @Test
    void refusesANotationThatStandsTwice() {
        var concept = " a skos:Concept ; skos:inScheme <https://example.org/x> ; skos:notation \"a\" ;"
                + " skos:prefLabel \"甲\"@zh-Hant-TW , \"A\"@en .\n";
        assertThatThrownBy(() -> scheme("x:a" + concept + "x:b" + concept))
                .isInstanceOf(VocabularyException.class)
                .hasMessageContaining("repeats the notation a");
    }

    @Test
    void refusesAFileWithoutAScheme() {
        assertThatThrownBy(() -> SchemeReader.read(new TurtleFile("list.ttl", "")))
                .isInstanceOf(VocabularyException.class)
                .hasMessage("vocab/list.ttl: one skos:ConceptScheme is expected, not 0");
        assertThatThrownBy(() -> TurtleFile.load("nothing.ttl"))
                .isInstanceOf(VocabularyException.class)
                .hasMessage("vocab/nothing.ttl: the file is missing");
    }

    @Test
    void readsTheTextsOfAMetric() {
        var file = new TurtleFile("metrics.ttl", """
                @prefix dqv: <http://www.w3.org/ns/dqv#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix tst: <https://touchstone.tw/ns/terms#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <https://touchstone.tw/ns/metric/even-rows> a dqv:Metric ;
                    skos:prefLabel "列寬一致"@zh-Hant-TW , "Even rows"@en ;
                    skos:definition "每列欄數與標題相同。"@zh-Hant-TW , "Every row has as many fields as the header."@en ;
                    dqv:inDimension <https://touchstone.tw/ns/dimension/consistency> ;
                    dqv:expectedDataType xsd:boolean ;
                    dct:source "RFC 4180, 2.4" ;
                    tst:advice "補齊缺少的逗號。"@zh-Hant-TW , "Add the missing commas."@en ;
                    tst:severity "SHOULD" ;
                    tst:rationale "多一個逗號，後面全錯位。"@zh-Hant-TW , "One comma too many shifts the rest."@en ;
                    tst:passingExample "a,b" .
                """);

        assertThat(MetricReader.read(file))
                .isEqualTo(Map.of("even-rows", new MetricText(
                        "even-rows",
                        LangText.of("列寬一致", "Even rows"),
                        LangText.of("每列欄數與標題相同。", "Every row has as many fields as the header."),
                        LangText.of("補齊缺少的逗號。", "Add the missing commas."),
                        LangText.of("多一個逗號，後面全錯位。", "One comma too many shifts the rest."),
                        "consistency",
                        "boolean",
                        "RFC 4180, 2.4",
                        "SHOULD",
                        LangText.of(Map.of("und", "a,b")),
                        LangText.NONE,
                        Optional.empty())));
    }

    private static Scheme scheme(String concepts) {
        return SchemeReader.read(new TurtleFile("list.ttl", SCHEME + concepts));
    }
}
