package tw.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.FieldDescription;

class FieldListTest {

    @ParameterizedTest
    @ValueSource(strings = {"站名、經度、緯度", "站名,經度,緯度", "站名;經度;緯度", "站名；經度，緯度", "站名\n經度\r\n緯度", " 站名 、、 經度　、緯度。", "站名、經度、緯度、"})
    void separatesNames(String text) {
        assertThat(FieldList.read(text))
                .containsExactly(
                        FieldDescription.named("站名"), FieldDescription.named("經度"), FieldDescription.named("緯度"));
    }

    @Test
    void readsDescriptionsWithSeparatorsAndBracketsInside() {
        assertThat(FieldList.read("BasinRainfall(集水區雨量,前一日累積[單位為毫米]);DateTime（統計時間(當地、每日)）、DWL"))
                .containsExactly(
                        described("BasinRainfall", "集水區雨量,前一日累積[單位為毫米]"),
                        described("DateTime", "統計時間(當地、每日)"),
                        FieldDescription.named("DWL"));
    }

    @Test
    void bracketsOfDifferentWidthsArePartners() {
        assertThat(FieldList.read("a(甲、乙）、b（丙)"))
                .containsExactly(described("a", "甲、乙"), described("b", "丙"));
    }

    @Test
    void aBracketWithoutPartnerIsAnOrdinaryCharacter() {
        assertThat(FieldList.read("a(甲、b")).containsExactly(FieldDescription.named("a(甲"), FieldDescription.named("b"));
        assertThat(FieldList.read("1)甲、2)乙"))
                .containsExactly(FieldDescription.named("1)甲"), FieldDescription.named("2)乙"));
        assertThat(FieldList.read("(((")).containsExactly(FieldDescription.named("((("));
    }

    @Test
    void bracketsThatDoNotEndTheItemBelongToTheName() {
        assertThat(FieldList.read("金額(元)合計、(備註)、溫度[攝氏、華氏]"))
                .containsExactly(
                        FieldDescription.named("金額(元)合計"),
                        FieldDescription.named("(備註)"),
                        FieldDescription.named("溫度[攝氏、華氏]"));
        assertThat(FieldList.read("金額()")).containsExactly(FieldDescription.named("金額"));
        assertThat(FieldList.read("金額(元)(含稅)")).containsExactly(described("金額(元)", "含稅"));
    }

    @Test
    void findsNothingInAnEmptyText() {
        assertThat(FieldList.read("")).isEmpty();
        assertThat(FieldList.read(" 、,。\n")).isEmpty();
    }

    @Test
    void neverThrowsAndReadsBackWhatWasJoined() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var letters = "a甲 ()（）[]［］、,，;；\n。\t\uFEFF\uD842".toCharArray();
        for (int round = 0; round < 20_000; round++) {
            var text = IntStream.range(0, random.nextInt(30))
                    .mapToObj(at -> String.valueOf(letters[random.nextInt(letters.length)]))
                    .collect(Collectors.joining());
            var fields = FieldList.read(text);
            assertThat(fields)
                    .as("seed %d: %s", seed, text)
                    .allSatisfy(field -> assertThat(field.name()).isNotBlank().isSubstringOf(text));
            var plain = fields.stream()
                    .map(FieldDescription::name)
                    .map(name -> name.replaceAll("[^a甲]", ""))
                    .filter(name -> !name.isEmpty())
                    .map(FieldDescription::named)
                    .toList();
            var joined = plain.stream().map(FieldDescription::name).collect(Collectors.joining("、"));
            assertThat(FieldList.read(joined)).as("seed %d: %s", seed, joined).isEqualTo(plain);
        }
    }

    @Test
    void readsAMillionOpenBracketsWithoutRecursionOrQuadraticCost() {
        assertThat(FieldList.read("(".repeat(1_000_000))).hasSize(1);
        assertThat(FieldList.read("()".repeat(500_000))).hasSize(1);
        assertThat(FieldList.read("(".repeat(500_000) + ")".repeat(500_000))).hasSize(1);
        assertThat(FieldList.read("a、".repeat(100_000))).hasSize(100_000);
    }

    private static FieldDescription described(String name, String description) {
        return new FieldDescription(name, Optional.of(description));
    }

    @Test
    void isWhatTheNationalTermsRead() {
        assertThat(Vocabularies.load().nationalTerms().fields("a、b"))
                .isEqualTo(List.of(FieldDescription.named("a"), FieldDescription.named("b")));
    }
}
