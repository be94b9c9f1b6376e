package tw.touchstone.server.account;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.notices.Notice;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.layout.Phrase;
import tw.touchstone.server.signin.CurrentAccount;
import tw.touchstone.server.signin.LocalAddress;

/// The page on which people read what the catalogue has to tell them.
@PageController
class NoticesController {

    private static final int MOST = 200;

    private final Catalog catalog;
    private final CurrentAccount current;

    NoticesController(Catalog catalog, CurrentAccount current) {
        this.catalog = catalog;
        this.current = current;
    }

    /// What the page shows.
    record NoticesView(long unread, List<Row> list) {}

    /// A notice in the list.
    ///
    /// @param link path to go to; empty for none
    record Row(String id, Phrase title, Phrase text, String at, String link, boolean read) {}

    @GetMapping("/account/notices")
    ModelAndView list(Principal reader, Locale locale) {
        var account = current.of(reader);
        var language = Language.of(locale);
        var rows = catalog.members().notices().of(account, MOST).stream()
                .map(notice -> row(notice, language))
                .toList();
        return new ModelAndView(
                "account/notices", "notices", new NoticesView(catalog.members().notices().unread(account), rows));
    }

    @PostMapping("/account/notices/read")
    String read(@RequestParam(defaultValue = "") String id, Principal reader) {
        var account = current.of(reader);
        if (id.isEmpty()) {
            catalog.members().notices().markAllRead(account);
        } else {
            catalog.members().notices().markRead(account, id);
        }
        return "redirect:/account/notices";
    }

    private static Row row(Notice notice, String language) {
        return new Row(
                notice.id(),
                Phrase.of(notice.title(), language),
                Phrase.of(notice.text(), language),
                Figures.minute(notice.at()),
                LocalAddress.of(notice.link()),
                notice.read());
    }
}
