package tw.touchstone.catalog.mail;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A message to one person, in Chinese and then in English, as plain text and as HTML that says the same.
///
/// @param recipient an address
public record Letter(String recipient, String subject, String plain, String html) {

    /// What a letter says in one language.
    ///
    /// @param paragraphs in order; a paragraph may have lines
    public record Wording(String lang, String greeting, List<String> paragraphs) {}

    /// Writes a letter.
    ///
    /// @param link where it leads to; empty for nowhere
    public static Letter of(String recipient, String subject, Optional<URI> link, Wording chinese, Wording english) {
        var wordings = List.of(chinese, english);
        var plain = wordings.stream().map(wording -> plain(wording, link)).collect(Collectors.joining("\n--\n\n"));
        var html = wordings.stream().map(wording -> html(wording, link)).collect(Collectors.joining("<hr>\n"));
        return new Letter(
                oneLine(recipient),
                oneLine(subject),
                plain,
                "<!DOCTYPE html>\n<html lang=\"" + chinese.lang() + "\"><head><meta charset=\"utf-8\"><title>" + escaped(subject)
                        + "</title></head><body>\n" + html + "</body></html>\n");
    }

    private static String plain(Wording wording, Optional<URI> link) {
        return wording.greeting() + "\n\n" + String.join("\n\n", wording.paragraphs()) + "\n"
                + link.map(to -> "\n" + to + "\n").orElse("");
    }

    private static String html(Wording wording, Optional<URI> link) {
        var said = wording.paragraphs().stream()
                .map(each -> "<p>" + escaped(each).replace("\n", "<br>") + "</p>\n")
                .collect(Collectors.joining());
        var to = link.map(each -> "<p><a href=\"" + escaped(each.toString()) + "\">" + escaped(each.toString()) + "</a></p>\n")
                .orElse("");
        return "<div lang=\"" + wording.lang() + "\">\n<p>" + escaped(wording.greeting()) + "</p>\n" + said + to + "</div>\n";
    }

    /// A line break in a header would begin another header.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
