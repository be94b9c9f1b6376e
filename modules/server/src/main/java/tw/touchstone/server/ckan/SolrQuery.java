package tw.touchstone.server.ckan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.search.Condition;

/// Reads queries as CKAN's clients write them for Solr: `organization:moenv AND -res_format:("PDF" OR "HTML")`.
///
/// What stands side by side must all be fulfilled; `OR` binds closer than that, `AND` closer still. So several
/// filters joined
/// by blanks, of which one is a choice, mean what their author meant. Boosts and fuzziness are passed over, wildcards
/// other
/// than `field:*` refused.
final class SolrQuery {

    private static final int MOST_TEXT = 100_000;
    private static final int MOST_PARTS = 900;
    private static final int DEEPEST = 20;

    private final String text;
    private final SolrFields fields;
    private int at;
    private int parts;

    private SolrQuery(String text, SolrFields fields) {
        this.text = text;
        this.fields = fields;
    }

    /// A query taken apart.
    ///
    /// @param words     the words that every dataset must have, which decide how well it matches
    /// @param condition everything else
    record Read(String words, Condition condition) {}

    /// @throws Refusal where it cannot be read, or asks for a field that is not there
    static Read read(String text, SolrFields fields) {
        if (text.length() > MOST_TEXT) {
            throw Refusal.query("it has more than " + MOST_TEXT + " characters");
        }
        if (!hasSyntax(text)) {
            return new Read(text, new Condition.Everything());
        }
        var query = new SolrQuery(text, fields);
        var all = query.sideBySide(0);
        if (query.at < text.length()) {
            throw Refusal.query("a bracket is closed at character " + (query.at + 1) + " that was not opened");
        }
        var words = new ArrayList<String>();
        var conditions = new ArrayList<Condition>();
        for (var each : all) {
            if (each instanceof Condition.Says(var said)) {
                words.add(said);
            } else if (!(each instanceof Condition.Everything)) {
                conditions.add(each);
            }
        }
        return new Read(String.join(" ", words), joined(conditions));
    }

    /// Plain text is left to the search, which takes any; brackets and quotes in it are no mistake.
    private static boolean hasSyntax(String text) {
        return text.indexOf(':') >= 0
                || text.contains(" OR ")
                || text.contains(" AND ")
                || text.contains("NOT ")
                || text.strip().equals("*");
    }

    private static Condition joined(List<Condition> conditions) {
        return switch (conditions.size()) {
            case 0 -> new Condition.Everything();
            case 1 -> conditions.getFirst();
            default -> new Condition.All(conditions);
        };
    }

    private List<Condition> sideBySide(int depth) {
        if (depth > DEEPEST) {
            throw Refusal.query("it is nested deeper than " + DEEPEST + " brackets");
        }
        var all = new ArrayList<Condition>();
        for (skipBlanks(); at < text.length() && text.charAt(at) != ')'; skipBlanks()) {
            all.add(choice(depth, Optional.empty()));
        }
        return all;
    }

    private Condition choice(int depth, Optional<String> field) {
        var choices = new ArrayList<Condition>();
        do {
            choices.add(conjunction(depth, field));
        } while (takeWord("OR") || takeSign("||"));
        return choices.size() == 1 ? choices.getFirst() : new Condition.Any(choices);
    }

    private Condition conjunction(int depth, Optional<String> field) {
        var all = new ArrayList<Condition>();
        do {
            all.add(part(depth, field));
        } while (takeWord("AND") || takeSign("&&"));
        return joined(all);
    }

    private Condition part(int depth, Optional<String> field) {
        skipBlanks();
        if (++parts > MOST_PARTS) {
            throw Refusal.query("it has more than " + MOST_PARTS + " parts");
        }
        if (takeSign("+")) {
            return part(depth, field);
        }
        if (takeSign("-") || takeSign("!") || takeWord("NOT")) {
            if (depth > DEEPEST) {
                throw Refusal.query("it is nested deeper than " + DEEPEST + " brackets");
            }
            return new Condition.Not(part(depth + 1, field));
        }
        if (takeSign("(")) {
            var inner = field.isPresent() ? values(depth + 1, field.get()) : joined(sideBySide(depth + 1));
            close();
            return inner;
        }
        var named = field.isPresent() ? Optional.<String>empty() : takeField();
        if (named.isPresent()) {
            return takeSign("(") ? group(depth, named.get()) : fields.condition(named.get(), value());
        }
        var value = value();
        return field.isPresent() ? fields.condition(field.get(), value) : fields.text(value);
    }

    private Condition group(int depth, String field) {
        var inner = values(depth + 1, field);
        close();
        return inner;
    }

    /// The values in `field:(a b OR c)`.
    private Condition values(int depth, String field) {
        if (depth > DEEPEST) {
            throw Refusal.query("it is nested deeper than " + DEEPEST + " brackets");
        }
        var all = new ArrayList<Condition>();
        for (skipBlanks(); at < text.length() && text.charAt(at) != ')'; skipBlanks()) {
            all.add(choice(depth, Optional.of(field)));
        }
        return joined(all);
    }

    private void close() {
        skipBlanks();
        if (!takeSign(")")) {
            throw Refusal.query("a bracket is not closed");
        }
    }

    private Optional<String> takeField() {
        int end = at;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        if (end > at && end < text.length() && text.charAt(end) == ':') {
            var name = text.substring(at, end);
            at = end + 1;
            return Optional.of(name);
        }
        if (text.startsWith("*:", at)) {
            at += 2;
            return Optional.of("*");
        }
        return Optional.empty();
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
    }

    private SolrFields.Value value() {
        if (at >= text.length()) {
            throw Refusal.query("something is missing at its end");
        }
        char first = text.charAt(at);
        return switch (first) {
            case '"' -> new SolrFields.Value.Phrase(quoted());
            case '[', '{' -> range();
            default -> word();
        };
    }

    private String quoted() {
        var out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            out.append(text.charAt(at));
        }
        if (at >= text.length()) {
            throw Refusal.query("a quotation mark is not closed");
        }
        at++;
        skipBoost();
        return out.toString();
    }

    private SolrFields.Value range() {
        boolean first = text.charAt(at) == '[';
        int end = at;
        while (end < text.length() && text.charAt(end) != ']' && text.charAt(end) != '}') {
            end++;
        }
        var ends = end < text.length() ? text.substring(at + 1, end).strip().split("\\s+TO\\s+", -1) : new String[0];
        if (ends.length != 2) {
            throw Refusal.query("a range is written as [first TO last]");
        }
        boolean last = text.charAt(end) == ']';
        at = end + 1;
        return new SolrFields.Value.Range(unquoted(ends[0]), unquoted(ends[1]), first, last);
    }

    private static String unquoted(String text) {
        return text.strip().replace("\"", "");
    }

    private SolrFields.Value word() {
        var out = new StringBuilder();
        boolean wild = false;
        for (; at < text.length() && !isEnd(text.charAt(at)); at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            } else {
                wild |= text.charAt(at) == '*' || text.charAt(at) == '?';
            }
            out.append(text.charAt(at));
        }
        if (out.isEmpty()) {
            throw Refusal.query("something is missing at character " + (at + 1));
        }
        var word = out.toString().replaceFirst("[~^][0-9.]*$", "");
        if (word.equals("*")) {
            return new SolrFields.Value.Anything();
        }
        if (wild) {
            throw Refusal.query("wildcards are not answered, but for field:*");
        }
        return new SolrFields.Value.Word(word);
    }

    private static boolean isEnd(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"';
    }

    private void skipBoost() {
        while (at < text.length()
                && (text.charAt(at) == '^'
                        || text.charAt(at) == '~'
                        || text.charAt(at) == '.'
                        || Character.isDigit(text.charAt(at)))) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean takeSign(String sign) {
        int from = at;
        if (sign.equals("||") || sign.equals("&&")) {
            skipBlanks();
        }
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        at = from;
        return false;
    }

    /// An operator in capitals between blanks.
    private boolean takeWord(String word) {
        int from = at;
        skipBlanks();
        int end = at + word.length();
        if (text.startsWith(word, at)
                && end < text.length()
                && (Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(')) {
            at = end;
            return true;
        }
        at = from;
        return false;
    }
}
