package tw.touchstone.quality.rules.ready;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.DayRange;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;

/// The file of the dataset that passes every indicator, and others like it.
final class ReadyFile {

    private ReadyFile() {}

    static ByteFacts csv() {
        return table(List.of(), columns());
    }

    static List<ColumnProfile> columns() {
        return List.of(
                column("里別", ColumnType.TEXT, ReadyDataset.ROWS, 0).unique(true).build(),
                column("日期", ColumnType.DATE, ReadyDataset.ROWS, 0).dates("2024-01-31", "2024-12-31").build(),
                column("人口數", ColumnType.INTEGER, 980, 20).sentinel("-999", 20).build(),
                column("性別", ColumnType.TEXT, ReadyDataset.ROWS, 0).top("女", 510).top("男", 490).build());
    }

    static ByteFacts table(List<Anomaly> anomalies, List<ColumnProfile> columns) {
        return facts(
                FileFormat.CSV,
                TextEncoding.UTF_8,
                new Content.Tables(List.of(new TableProfile(
                        "",
                        new Dialect(',', '"', "LF"),
                        1,
                        columns.stream().map(ColumnProfile::name).toList(),
                        ReadyDataset.ROWS,
                        anomalies,
                        columns))),
                Optional.of(new GeoProfile(
                        Optional.of("EPSG:3826"),
                        false,
                        Optional.of(new GeoProfile.Box("300000", "2760000", "310000", "2780000")),
                        List.of(),
                        ReadyDataset.ROWS,
                        ReadyDataset.ROWS,
                        List.of(new ValueCount("63000", 990)),
                        List.of())));
    }

    static ByteFacts facts(FileFormat format, TextEncoding encoding, Content content, Optional<GeoProfile> geo) {
        return new ByteFacts(
                Sha256.of(format.code().getBytes(StandardCharsets.UTF_8)),
                420,
                "1",
                new Extent.Whole(),
                format,
                "looks like " + format.code(),
                Optional.of(new TextFacts(encoding, false, List.of())),
                content,
                geo);
    }

    static ByteFacts page() {
        return facts(FileFormat.HTML, TextEncoding.UTF_8, new Content.Opaque(), Optional.empty());
    }

    static Column column(String name, ColumnType type, long filled, long blank) {
        return new Column(name, type, filled, blank);
    }

    /// Builds a column profile.
    static final class Column {
        private final String name;
        private final ColumnType type;
        private final long filled;
        private final long blank;
        private final List<ValueCount> sentinels = new ArrayList<>();
        private final List<ValueCount> top = new ArrayList<>();
        private final List<FormCount> forms = new ArrayList<>();
        private Optional<Boolean> unique = Optional.of(false);
        private Optional<DayRange> dates = Optional.empty();

        private Column(String name, ColumnType type, long filled, long blank) {
            this.name = name;
            this.type = type;
            this.filled = filled;
            this.blank = blank;
        }

        Column unique(boolean value) {
            unique = Optional.of(value);
            return this;
        }

        Column dates(String first, String last) {
            dates = Optional.of(new DayRange(LocalDate.parse(first), LocalDate.parse(last)));
            return this;
        }

        Column sentinel(String value, long count) {
            sentinels.add(new ValueCount(value, count));
            return this;
        }

        Column top(String value, long count) {
            top.add(new ValueCount(value, count));
            return this;
        }

        Column form(ValueForm form, long count) {
            forms.add(new FormCount(form, count));
            return this;
        }

        ColumnProfile build() {
            return new ColumnProfile(
                    name, Optional.empty(), Optional.empty(), type, filled, blank, sentinels, Math.max(2, top.size()), unique,
                    Optional.empty(), Optional.empty(), dates, 9, top, forms);
        }
    }
}
