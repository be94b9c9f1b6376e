package tw.touchstone.catalog.rows;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Opens the engine with everything shut that is not needed: no extensions, no network, no files but those that are named,
/// and a configuration that nobody can change afterwards.
final class DuckDb {

    private DuckDb() {}

    /// An engine in memory that reads this one file and writes none.
    static DuckDBConnection reading(Path file, long memory, int threads) throws SQLException {
        var settings = shut(memory, threads);
        settings.add("SET temp_directory=''");
        settings.add("SET parquet_metadata_cache=true");
        settings.add("SET allowed_paths=[" + text(file.toAbsolutePath().toString()) + "]");
        return open("jdbc:duckdb:", settings);
    }

    /// An engine that keeps its tables in a file of this folder, and reads and writes nothing beside it.
    static DuckDBConnection staging(Path folder, long memory, int threads) throws SQLException {
        var settings = shut(memory, threads);
        var inside = folder.toAbsolutePath();
        settings.add("SET temp_directory=" + text(inside.resolve("spilled").toString()));
        settings.add("SET preserve_insertion_order=true");
        settings.add("SET allowed_directories=[" + text(inside + "/") + "]");
        return open("jdbc:duckdb:" + inside.resolve("staging.db"), settings);
    }

    private static List<String> shut(long memory, int threads) {
        return new ArrayList<>(List.of(
                "SET memory_limit='" + memory / 1_000_000 + "MB'",
                "SET threads=" + threads,
                "SET autoinstall_known_extensions=false",
                "SET autoload_known_extensions=false",
                "SET allow_community_extensions=false",
                "SET allow_persistent_secrets=false"));
    }

    private static DuckDBConnection open(String url, List<String> settings) throws SQLException {
        var connection = (DuckDBConnection) DriverManager.getConnection(url);
        try (var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute(setting);
            }
            statement.execute("SET enable_external_access=false");
            statement.execute("SET lock_configuration=true");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// A name as SQL writes it.
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A text as SQL writes it.
    static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
