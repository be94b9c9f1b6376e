package tw.touchstone.inspection.columnar;

import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.schema.ColumnSchema;
import dev.hardwood.schema.FileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.TableProfile;

/// What the footer alone says of a table: names, types, rows, and how many cells have no value. What only the rows tell
/// (different values, extremes, forms) stays empty.
final class FooterProfile {

    private FooterProfile() {}

    static TableProfile of(FileMetaData footer, FileSchema schema) {
        var columns = new ArrayList<ColumnProfile>();
        var names = new ArrayList<String>();
        for (var column : schema.getColumns()) {
            var name = String.join(".", column.fieldPath().elements());
            names.add(name);
            columns.add(column(footer, column, name));
        }
        return new TableProfile("", Dialect.NONE, 0, names, footer.numRows(), List.of(), columns);
    }

    private static ColumnProfile column(FileMetaData footer, ColumnSchema column, String name) {
        long values = 0;
        long nulls = 0;
        for (var group : footer.rowGroups()) {
            var meta = group.columns().get(column.columnIndex()).metaData();
            values += meta.numValues();
            var statistics = meta.statistics();
            var count = statistics == null ? null : statistics.nullCount();
            nulls += count == null ? 0 : count;
        }
        return new ColumnProfile(
                name,
                Optional.empty(),
                Optional.empty(),
                type(column.type(), column.logicalType()),
                Math.max(0, values - nulls),
                nulls,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                List.of());
    }

    private static ColumnType type(PhysicalType physical, @Nullable LogicalType logical) {
        return switch (logical) {
            case LogicalType.DateType _ -> ColumnType.DATE;
            case LogicalType.TimestampType _ -> ColumnType.DATE_TIME;
            case LogicalType.DecimalType _ -> ColumnType.DECIMAL;
            case null, default ->
                switch (physical) {
                    case BOOLEAN -> ColumnType.BOOLEAN;
                    case INT32, INT64 -> ColumnType.INTEGER;
                    case FLOAT, DOUBLE -> ColumnType.DECIMAL;
                    case INT96 -> ColumnType.DATE_TIME;
                    case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> ColumnType.TEXT;
                };
        };
    }
}
