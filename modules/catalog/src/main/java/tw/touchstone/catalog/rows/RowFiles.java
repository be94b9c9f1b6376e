package tw.touchstone.catalog.rows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Sha256;

/// What is known of the rows of every kept file: the index in SQL, and where the Parquet files lie. Thread-safe.
final class RowFiles {

    /// How rows are made; with another inspector or another number here they are made anew.
    private static final String MAKER = Inspector.VERSION + "-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<RowColumn>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<List<List<String>>> PREVIEW = new TypeReference<>() {};

    private final Database database;
    private final Path folder;

    RowFiles(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /// Where the Parquet of a table lies.
    Path parquet(Sha256 file, int number) {
        return folder.resolve(file.hex().substring(0, 2)).resolve(file.hex() + "-" + number + "-" + MAKER + ".parquet");
    }

    /// The tables of a file; empty where nobody has looked for them yet.
    Optional<List<TableState>> tables(Sha256 file) {
        record Line(int number, Optional<TableState> state) {}
        var lines = database.read(sql -> sql.createQuery("""
                        select number, part, name, refusal, columns, row_count, complete, size, digest, preview
                        from row_table where file = :file and maker = :maker order by number""")
                .bind("file", file.hex())
                .bind("maker", MAKER)
                .map((row, context) -> {
                    int number = row.getInt("number");
                    var refusal = RowRefusal.ofId(row.getString("refusal"));
                    if (number == 0) {
                        return new Line(number, Optional.empty());
                    }
                    return new Line(
                            number,
                            Optional.of(
                                    refusal.isPresent()
                                            ? new TableState.Refused(
                                                    number, row.getString("part"), row.getString("name"), refusal.get())
                                            : new TableState.Ready(new RowTable(
                                                    file,
                                                    number,
                                                    row.getString("part"),
                                                    row.getString("name"),
                                                    JSON.readValue(row.getString("columns"), COLUMNS),
                                                    row.getLong("row_count"),
                                                    row.getInt("complete") == 1,
                                                    row.getLong("size"),
                                                    new Sha256(row.getString("digest")),
                                                    JSON.readValue(row.getString("preview"), PREVIEW)))));
                })
                .list());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.stream().flatMap(line -> line.state().stream()).toList());
    }

    /// Keeps what came of a file; line 0 says that somebody looked, also where there is no table.
    void keep(Sha256 file, List<TableState> tables) {
        database.change(sql -> {
            sql.createUpdate("delete from row_table where file = :file and maker = :maker")
                    .bind("file", file.hex())
                    .bind("maker", MAKER)
                    .execute();
            var batch = sql.prepareBatch("""
                    insert into row_table (file, maker, number, part, name, refusal, columns, row_count, complete, size, digest, preview)
                    values (:file, :maker, :number, :part, :name, :refusal, :columns, :rows, :complete, :size, :digest, :preview)""");
            batch.bind("file", file.hex())
                    .bind("maker", MAKER)
                    .bind("number", 0)
                    .bind("part", "")
                    .bind("name", "")
                    .bind("refusal", "")
                    .bind("columns", "[]")
                    .bind("rows", 0L)
                    .bind("complete", 1)
                    .bind("size", 0L)
                    .bind("digest", "")
                    .bind("preview", "[]")
                    .add();
            for (var state : tables) {
                batch.bind("file", file.hex()).bind("maker", MAKER).bind("number", state.number());
                switch (state) {
                    case TableState.Ready(var table) ->
                        batch.bind("part", table.part())
                                .bind("name", table.name())
                                .bind("refusal", "")
                                .bind("columns", JSON.writeValueAsString(table.columns()))
                                .bind("rows", table.rows())
                                .bind("complete", table.complete() ? 1 : 0)
                                .bind("size", table.size())
                                .bind("digest", table.digest().hex())
                                .bind("preview", JSON.writeValueAsString(table.preview()));
                    case TableState.Refused refused ->
                        batch.bind("part", refused.part())
                                .bind("name", refused.name())
                                .bind("refusal", refused.reason().id())
                                .bind("columns", "[]")
                                .bind("rows", 0L)
                                .bind("complete", 1)
                                .bind("size", 0L)
                                .bind("digest", "")
                                .bind("preview", "[]");
                }
                batch.add();
            }
            batch.execute();
        });
    }

    /// The inspected files that nobody has made rows of.
    List<Sha256> due() {
        return database.read(sql -> sql.createQuery("""
                        select distinct digest from byte_facts where inspector = :inspector and not exists
                            (select 1 from row_table where row_table.file = byte_facts.digest and maker = :maker)""")
                .bind("inspector", Inspector.VERSION)
                .bind("maker", MAKER)
                .map((row, context) -> new Sha256(row.getString("digest")))
                .list());
    }
}
