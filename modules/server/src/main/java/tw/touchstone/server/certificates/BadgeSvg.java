package tw.touchstone.server.certificates;

import org.springframework.web.util.HtmlUtils;
import tw.touchstone.model.Label;

/// A badge: the catalogue's name and what is held, told by words and not by colour alone, inside a link to its
/// verification.
///
/// Widths are those of the text as it is set in most browsers: full-width characters count double.
record BadgeSvg(String name, String award, Label label, String verification) {

    private static final int HEIGHT = 24;
    private static final int HALF = 7;
    private static final int PADDING = 8;

    String write() {
        int left = width(name);
        int right = width(award);
        var all = HtmlUtils.htmlEscape(name + ": " + award);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
                <title>%3$s</title>
                <a href="%4$s" target="_blank">
                <rect width="%1$d" height="%2$d" rx="4" fill="#1f2a37"/>
                <rect x="%5$d" width="%6$d" height="%2$d" rx="4" fill="%7$s"/>
                <g font-family="system-ui, 'Noto Sans TC', sans-serif" font-size="13" text-anchor="middle">
                <text x="%8$d" y="17" fill="#ffffff">%9$s</text>
                <text x="%10$d" y="17" fill="#111111">%11$s</text>
                </g></a></svg>
                """
                .formatted(
                        left + right,
                        HEIGHT,
                        all,
                        HtmlUtils.htmlEscape(verification),
                        left,
                        right,
                        colour(),
                        left / 2,
                        HtmlUtils.htmlEscape(name),
                        left + right / 2,
                        HtmlUtils.htmlEscape(award));
    }

    private static int width(String text) {
        return 2 * PADDING + text.codePoints().map(each -> each < 0x2e80 ? HALF : 2 * HALF).sum();
    }

    /// Light enough for dark text on all of them (WCAG 2.2, 1.4.3).
    private String colour() {
        return switch (label) {
            case PLATINUM -> "#e5e4f2";
            case GOLD -> "#f2c94c";
            case SILVER -> "#c9ced6";
            case BRONZE -> "#d9a066";
            case NONE_FAILED -> "#f3b0a8";
            case NONE_UNCHECKED, NONE_EXEMPT, SUSPENDED -> "#e5e7eb";
        };
    }
}
