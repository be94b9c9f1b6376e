package tw.touchstone.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.members.Session;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;

/// The page on which people see where they are signed in, and end what they do not recognise.
@PageController
class SessionsController {

    private final Catalog catalog;
    private final CurrentAccount current;

    SessionsController(Catalog catalog, CurrentAccount current) {
        this.catalog = catalog;
        this.current = current;
    }

    /// What the page shows.
    ///
    /// @param outcome `ended`, `unknown` or empty
    record SessionsView(List<Row> list, String outcome) {}

    /// A session in the list.
    record Row(String id, String agent, String address, String begun, String seen, boolean here) {}

    @GetMapping("/account/sessions")
    ModelAndView list(@RequestParam(defaultValue = "") String outcome, Principal reader) {
        var here = current.signedIn(reader).session().map(Session::id).orElse("");
        var rows = catalog.members().sessions().of(current.of(reader)).stream()
                .map(each -> new Row(
                        each.id(),
                        each.agent(),
                        each.address(),
                        Figures.minute(each.begun()),
                        Figures.minute(each.lastSeen()),
                        each.id().equals(here)))
                .toList();
        boolean known = List.of("ended", "unknown").contains(outcome);
        return new ModelAndView("account/sessions", "sessions", new SessionsView(rows, known ? outcome : ""));
    }

    @PostMapping("/account/sessions/end")
    String end(@RequestParam String id, Principal reader, HttpServletRequest request) {
        var account = current.of(reader);
        boolean ended = catalog.members().sessions().end(account, id);
        if (ended) {
            catalog.members().audit().record(account.name(), AuditAction.SESSION_ENDED, id, "", request.getRemoteAddr());
        }
        return "redirect:/account/sessions?outcome=" + (ended ? "ended" : "unknown");
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(Principal reader, HttpServletRequest request) {
        var signedIn = current.signedIn(reader);
        catalog.members().sessions().endOthers(signedIn.account(), signedIn.session().map(Session::id));
        catalog.members().audit()
                .record(signedIn.getName(), AuditAction.SESSION_ENDED, "", "all others", request.getRemoteAddr());
        return "redirect:/account/sessions?outcome=ended";
    }
}
