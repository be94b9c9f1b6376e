package tw.touchstone.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.TreeProfile;
import tw.touchstone.model.fact.ValueCount;

class SeenContentsTest {

    @Test
    void namesOfColumnsAndFrequentWordsAreTaken() {
        var facts = facts(tree(
                field("縣市", ColumnType.TEXT, 22, "臺北市", "高雄市"),
                field("人數", ColumnType.INTEGER, 9, "1", "2"),
                new FieldPresence("地址", 1, Optional.empty())));

        assertThat(SeenContents.of(List.of(facts)))
                .isEqualTo(new SeenContents(List.of("縣市", "人數", "地址"), List.of("臺北市", "高雄市")));
    }

    @Test
    void valuesThatTellSingleThingsApartAreLeftOut() {
        assertThat(SeenContents.of(List.of(facts(tree(field("a", ColumnType.TEXT, 1_000, "x"))))).values())
                .containsExactly("x");
        assertThat(SeenContents.of(List.of(facts(tree(field("a", ColumnType.TEXT, 1_001, "x"))))).values())
                .isEmpty();
        assertThat(SeenContents.of(List.of(facts(tree(field("a", ColumnType.TEXT, 1, "長".repeat(41), "長".repeat(40))))))
                        .values())
                .containsExactly("長".repeat(40));
    }

    @Test
    void membersOfAnArchiveAreLookedInto() {
        var inner = facts(tree(field("站名", ColumnType.TEXT, 2, "甲站")));
        var outer = facts(new Content.Members(List.of(new Member("a.json", 9, FileFormat.JSON, Optional.of(inner)))));

        assertThat(SeenContents.of(List.of(outer))).isEqualTo(new SeenContents(List.of("站名"), List.of("甲站")));
    }

    @Test
    void aMatrixDoesNotFillTheIndex() {
        var wide = tree(IntStream.range(0, 2_000)
                .mapToObj(i -> field("c" + i, ColumnType.TEXT, 1, "v" + i))
                .toArray(FieldPresence[]::new));

        var seen = SeenContents.of(List.of(facts(wide)));

        assertThat(seen.columns()).hasSize(SeenContents.MAX_COLUMNS).endsWith("c499");
        assertThat(seen.values()).hasSize(SeenContents.MAX_VALUES).endsWith("v299");
    }

    @Test
    void whatCannotBeReadHoldsNothing() {
        assertThat(SeenContents.of(List.of(facts(new Content.Opaque()), facts(new Content.Empty()))))
                .isEqualTo(SeenContents.NOTHING);
    }

    private static Content tree(FieldPresence... fields) {
        return new Content.Tree(new TreeProfile("/", 1, List.of(fields), List.of(), List.of()));
    }

    private static FieldPresence field(String name, ColumnType type, long distinct, String... top) {
        var values = List.of(top).stream().map(value -> new ValueCount(value, 1)).toList();
        return new FieldPresence(
                name,
                1,
                Optional.of(new ColumnProfile(
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        type,
                        1,
                        0,
                        List.of(),
                        distinct,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        9,
                        values,
                        List.of())));
    }

    private static ByteFacts facts(Content content) {
        return new ByteFacts(
                Sha256.of(new byte[0]),
                9,
                "1",
                new Extent.Whole(),
                FileFormat.JSON,
                "begins with [",
                Optional.empty(),
                content,
                Optional.empty());
    }
}
