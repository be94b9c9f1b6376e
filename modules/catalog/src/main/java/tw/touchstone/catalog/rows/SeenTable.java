package tw.touchstone.catalog.rows;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TreeProfile;

/// A table that the facts about a file know, in it or in the files inside: with rows and columns, or records with fields.
///
/// @param key     where it stands: the ordinals of the files inside, and of the table
/// @param number  counted from 1 through the whole file
/// @param part    path of the file inside the archive; empty where the file is no archive
/// @param name    of the sheet; may be empty
/// @param columns those whose values were looked at
/// @param rows    as the facts count them
/// @param extent  how much of the file was read
public record SeenTable(
        String key, int number, String part, String name, List<SeenColumn> columns, long rows, Extent extent) {

    private static final Set<FileFormat> STATEMENTS = EnumSet.of(
            FileFormat.RDF_XML, FileFormat.TURTLE, FileFormat.N_TRIPLES, FileFormat.N_QUADS, FileFormat.TRIG);

    /// A column and where its cells stand.
    ///
    /// @param cell index in the rows, counted from 0
    public record SeenColumn(int cell, ColumnProfile profile) {}

    public SeenTable {
        columns = List.copyOf(columns);
    }

    /// Every table of a file, in its order. Statements of RDF are no rows.
    public static List<SeenTable> of(ByteFacts facts) {
        var found = new ArrayList<SeenTable>();
        walk(facts, "", "", found);
        return List.copyOf(found);
    }

    private static void walk(ByteFacts facts, String prefix, String part, List<SeenTable> found) {
        switch (facts.content()) {
            case Content.Tables(var tables) -> {
                for (int i = 0; i < tables.size(); i++) {
                    found.add(of(tables.get(i), key(prefix, i), found.size() + 1, part, facts.extent()));
                }
            }
            case Content.Tree(var tree) -> {
                if (!STATEMENTS.contains(facts.format()) && tree.records() > 0) {
                    found.add(of(tree, key(prefix, 0), found.size() + 1, part, facts.extent()));
                }
            }
            case Content.Members(var members, var _) -> {
                int ordinal = 0;
                for (var member : members) {
                    if (member.facts().isPresent()) {
                        var path = part.isEmpty() ? member.path() : part + "/" + member.path();
                        walk(member.facts().get(), prefix + ordinal++ + "/", path, found);
                    }
                }
            }
            case Content.Encrypted _, Content.Opaque _, Content.Malformed _, Content.Empty _ -> {}
        }
    }

    static String key(String prefix, int table) {
        return prefix + ":" + table;
    }

    private static SeenTable of(TableProfile table, String key, int number, String part, Extent extent) {
        var columns = IntStream.range(0, table.columns().size())
                .mapToObj(i -> new SeenColumn(i, table.columns().get(i)))
                .toList();
        return new SeenTable(key, number, part, table.name(), columns, table.rows(), extent);
    }

    private static SeenTable of(TreeProfile tree, String key, int number, String part, Extent extent) {
        var fields = tree.fields();
        var columns = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).values().isPresent())
                .mapToObj(i -> new SeenColumn(i, fields.get(i).values().orElseThrow()))
                .toList();
        return new SeenTable(key, number, part, "", columns, tree.records(), extent);
    }
}
