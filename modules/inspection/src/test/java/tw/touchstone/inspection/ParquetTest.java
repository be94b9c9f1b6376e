package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

class ParquetTest {

    @Test
    void readsRowsAndColumns() {
        var facts = Facts.of(ParquetFiles.table(20));
        assertThat(facts.format()).isEqualTo(FileFormat.PARQUET);
        assertThat(facts.extent()).isEqualTo(new Extent.Whole());
        var table = Facts.table(facts);
        assertThat(table)
                .returns(List.of("count", "name"), TableProfile::header)
                .returns(20L, TableProfile::rows)
                .returns(0L, TableProfile::headerLine)
                .returns(List.of(), TableProfile::anomalies);
        assertThat(table.columns().getFirst())
                .returns(ColumnType.INTEGER, ColumnProfile::type)
                .returns(Optional.of("1"), ColumnProfile::min)
                .returns(Optional.of("20"), ColumnProfile::max);
        assertThat(table.columns().getLast())
                .returns(ColumnType.TEXT, ColumnProfile::type)
                .returns(20L, ColumnProfile::distinct);
    }

    @Test
    void readsOnlyTheFooterWhereAColumnIsTooLarge() {
        var facts = Facts.of(ParquetFiles.table(20, 20, 33 << 20));
        assertThat(facts.extent()).isEqualTo(new Extent.Partial("row-group-bytes", 96 << 20));
        assertThat(Facts.table(facts))
                .returns(List.of("count", "name"), TableProfile::header)
                .returns(20L, TableProfile::rows);
        assertThat(Facts.of(ParquetFiles.table(20, 20, 31 << 20)).extent()).isEqualTo(new Extent.Whole());
    }

    @Test
    void saysWhereAFileIsBroken() {
        var whole = ParquetFiles.table(20);
        var cut = (Content.Malformed) Facts.of(Arrays.copyOf(whole, whole.length - 10)).content();
        assertThat(cut.reason()).isEqualTo("a Parquet file without its footer");
        assertThat(Facts.of(ParquetFiles.table(20, 21, 0)).content()).isInstanceOf(Content.Malformed.class);
    }

    @Test
    void readsPagesByTheirIndex() {
        assertThat(Facts.table(Facts.of(ParquetFiles.indexed(20, 0)))).isEqualTo(Facts.table(Facts.of(ParquetFiles.table(20))));
    }

    @Test
    void refusesWhatWouldMakeTheLibraryWaitForEver() {
        for (long shift : new long[] {1, -1, Integer.MAX_VALUE}) {
            assertThat(Facts.of(ParquetFiles.indexed(20, shift)).content())
                    .as("index %d bytes off", shift)
                    .isEqualTo(new Content.Malformed("an index that points elsewhere", new Place(0, 0, 4, "")));
        }
        // The third field of the first page's header is its packed size, 24 bytes; it may not say 63.
        var longer = ParquetFiles.table(3);
        assertThat(longer[9]).isEqualTo((byte) 48);
        longer[9] = 126;
        assertThat(Facts.of(longer).content())
                .isEqualTo(new Content.Malformed("a page larger than its column", new Place(0, 0, 4, "")));
        longer[9] = 46;
        assertThat(Facts.of(longer).content()).isInstanceOf(Content.Malformed.class);
    }
}
