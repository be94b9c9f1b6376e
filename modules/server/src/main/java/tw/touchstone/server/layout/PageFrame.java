package tw.touchstone.server.layout;

import java.util.Locale;
import tw.touchstone.model.LangText;

/// What the frame around every page says: `frame` in the templates, put there by [FrameInterceptor].
///
/// @param lang          tag of the page's language
/// @param otherLang     tag of the language to switch to
/// @param otherLangUrl  this page in that language
/// @param section       first step of the path, for example `datasets`; empty on the first page
/// @param ownSearch     whether the page has a search box of its own
/// @param reader       who reads it
record PageFrame(
        String lang,
        String otherLang,
        String otherLangUrl,
        String section,
        boolean ownSearch,
        Reader reader) {

    static PageFrame of(Locale locale, String path, String query, Reader reader) {
        var lang = Language.of(locale);
        var other = lang.equals(LangText.EN) ? LangText.ZH : LangText.EN;
        var section = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
        boolean ownSearch = path.equals("/") || path.equals("/datasets");
        return new PageFrame(lang, other, otherUrl(path, query, other), section, ownSearch, reader);
    }

    private static String otherUrl(String path, String query, String other) {
        var kept = query.replaceAll("(^|&)(lang|notice)=[^&]*", "").replaceFirst("^&", "");
        // Two slashes would lead to another host.
        var local = path.replaceFirst("^/+", "/");
        return local + "?" + (kept.isEmpty() ? "" : kept + "&") + "lang=" + other;
    }
}
