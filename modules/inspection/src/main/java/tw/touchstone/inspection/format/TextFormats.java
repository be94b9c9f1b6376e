package tw.touchstone.inspection.format;

import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.FileFormat;

/// Text formats by how a text begins. Tables are for the dialect to show.
public final class TextFormats {

    private static final int HTML_HEAD = 4_096;

    private static final Pattern HTML =
            Pattern.compile("(?is)^(<\\?xml[^>]{0,200}>\\s*)?(<!--.{0,2000}?-->\\s*){0,20}<(!doctype\\s+html|html|head|body|script|meta|title)\\b");
    private static final Pattern REFRESH = Pattern.compile("(?is)<meta[^>]{1,200}http-equiv\\s*=\\s*[\"']?refresh");
    private static final Pattern XML = Pattern.compile("^(<\\?xml\\b|<!DOCTYPE\\b|<!--|<[\\p{L}_][\\p{L}\\p{N}_.:-]*(\\s|>|/>))");
    private static final Pattern JSON = Pattern.compile("^(\\{\\s*[\"}]|\\[\\s*([\\[{\"\\]\\d-]|true|false|null))");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]{0,200}>\\s*([^<]{1,200}?)\\s*<");
    private static final Pattern OPEN_API = Pattern.compile("(?m)^[\"']?(openapi|swagger)[\"']?\\s*:\\s*[\"']?[23]\\.");
    private static final Pattern PATHS = Pattern.compile("(?m)^[\"']?paths[\"']?\\s*:");
    private static final Pattern TRIG = Pattern.compile("(?im)^[ \\t]{0,99}(GRAPH[ \\t]{1,9})?(<[^>\\s]+>|[\\w-]*:[\\w-]*)\\s{0,9}\\{");
    private static final Pattern TURTLE = Pattern.compile("(?i)^@?(prefix\\s+[\\p{L}\\p{N}_.-]*:\\s*|base\\s+)<");
    private static final Pattern N_QUADS =
            Pattern.compile("^(<[^>\\s]+>|_:\\w+)\\s+<[^>\\s]+>\\s+(<[^>\\s]+>|_:\\w+|\"[^\"\\\\\\n]{0,4000}\"(@[\\w-]+|\\^\\^<[^>\\s]+>)?)\\s+(<[^>\\s]+>|_:\\w+)\\s*\\.\\s*(\\n|\\r|$)");
    private static final Pattern N_TRIPLES = Pattern.compile("^(<[^>\\s]+>|_:\\w+)\\s+<[^>\\s]+>\\s+\\S.*\\.\\s*(\\n|$)");

    /// As the .prj of a shapefile has it, full of commas and quotes. (OGC 01-009, 7; ISO 19162)
    private static final Pattern REFERENCE_SYSTEM = Pattern.compile(
            "^(PROJCS|GEOGCS|GEOCCS|COMPD_CS|VERT_CS|LOCAL_CS|PROJCRS|GEOGCRS|GEODCRS|COMPOUNDCRS|VERTCRS|ENGCRS|BOUNDCRS)\\s{0,9}[\\[(]");

    private TextFormats() {}

    /// The format of a text; empty where it may be a table or plain text.
    ///
    /// @param head the beginning without byte order mark
    public static Optional<Recognised> of(String head) {
        var text = head.stripLeading();
        if (text.startsWith("<")) {
            return Optional.of(markup(text));
        }
        if (JSON.matcher(text).find()) {
            return Optional.of(new Recognised(FileFormat.JSON, "begins like JSON"));
        }
        if (TURTLE.matcher(withoutComments(text)).find()) {
            return Optional.of(
                    TRIG.matcher(text).find()
                            ? new Recognised(FileFormat.TRIG, "begins with a prefix or base and has a graph in braces")
                            : new Recognised(FileFormat.TURTLE, "begins with a prefix or base"));
        }
        if (OPEN_API.matcher(text).find() && PATHS.matcher(text).find()) {
            return Optional.of(new Recognised(FileFormat.API, "YAML with openapi and paths"));
        }
        if (REFERENCE_SYSTEM.matcher(text).find()) {
            return Optional.of(new Recognised(FileFormat.TXT, "a reference system in well-known text"));
        }
        return triples(text);
    }

    /// Statements of one line each.
    private static Optional<Recognised> triples(String text) {
        var first = withoutComments(text);
        if (N_QUADS.matcher(first).find()) {
            return Optional.of(new Recognised(FileFormat.N_QUADS, "begins with a quad"));
        }
        return N_TRIPLES.matcher(first).find()
                ? Optional.of(new Recognised(FileFormat.N_TRIPLES, "begins with a triple"))
                : Optional.empty();
    }

    private static String withoutComments(String text) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) == '#' || Character.isWhitespace(text.charAt(from)))) {
            int end = text.charAt(from) == '#' ? text.indexOf('\n', from) : from;
            from = end < 0 ? text.length() : end + 1;
        }
        return text.substring(from);
    }

    private static Recognised markup(String text) {
        var triples = triples(text);
        if (triples.isPresent()) {
            return triples.get();
        }
        var head = text.substring(0, Math.min(HTML_HEAD, text.length()));
        if (HTML.matcher(head).find()) {
            var title = TITLE.matcher(head);
            var named = title.find() ? ", titled " + title.group(1).replaceAll("\\s+", " ") : "";
            return new Recognised(FileFormat.HTML, "begins with an HTML tag" + named);
        }
        if (REFRESH.matcher(head).find()) {
            return new Recognised(FileFormat.HTML, "a page that refreshes to another");
        }
        return XML.matcher(head).find()
                ? new Recognised(FileFormat.XML, "begins like XML")
                : new Recognised(FileFormat.TXT, "begins with < but with no tag");
    }
}
