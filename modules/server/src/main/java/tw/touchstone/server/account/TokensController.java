package tw.touchstone.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.ApiToken;
import tw.touchstone.catalog.members.IssuedToken;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.catalog.members.Scope;
import tw.touchstone.model.AgencyId;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;

/// The page on which people issue and end the secrets their programs use.
@PageController
class TokensController {

    static final int MOST_DAYS = 366;
    static final int LONGEST_TITLE = 80;
    private static final int USUAL_DAYS = 90;
    private static final Set<Scope> USUAL = EnumSet.of(Scope.REGISTER, Scope.UPLOAD);

    private final Catalog catalog;
    private final CurrentAccount current;
    private final Names names;
    private final MessageSource messages;
    private final Clock clock;

    TokensController(Catalog catalog, CurrentAccount current, Names names, MessageSource messages, Clock clock) {
        this.catalog = catalog;
        this.current = current;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    /// What the page shows.
    ///
    /// @param issued     the token issued just now, shown this once
    /// @param revocation `revoked`, `unknown`, or empty where nothing was revoked
    record TokensView(
            Typed typed,
            Optional<IssuedToken> issued,
            String issuedTitle,
            String revocation,
            List<Choice> scopes,
            List<Choice> agencies,
            List<Row> list) {}

    /// What was typed, and what is wrong with it.
    record Typed(
            String title,
            List<String> titleErrors,
            String days,
            List<String> daysErrors,
            Set<Scope> scopes,
            List<String> scopeErrors,
            String agency,
            List<String> agencyErrors) {

        static Typed nothing() {
            return new Typed(
                    "", List.of(), String.valueOf(USUAL_DAYS), List.of(), USUAL, List.of(), "", List.of());
        }

        boolean isGood() {
            return titleErrors.isEmpty() && daysErrors.isEmpty() && scopeErrors.isEmpty() && agencyErrors.isEmpty();
        }
    }

    /// Something to choose.
    record Choice(String value, String name, boolean chosen) {}

    /// A token in the list.
    ///
    /// @param scopes message keys
    /// @param state  `open`, `expired` or `ended`
    record Row(
            String id,
            String title,
            List<String> scopes,
            String agency,
            String created,
            String expires,
            String used,
            String state) {}

    @GetMapping("/account/tokens")
    ModelAndView list(@RequestParam(defaultValue = "") String revocation, Principal reader, Locale locale) {
        boolean known = List.of("revoked", "unknown").contains(revocation);
        return page(Typed.nothing(), Optional.empty(), known ? revocation : "", current.of(reader), locale);
    }

    @PostMapping("/account/tokens")
    ModelAndView issue(
            @RequestParam String title,
            @RequestParam String days,
            @RequestParam(name = "scope", defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "") String agency,
            Principal reader,
            HttpServletRequest request,
            Locale locale) {
        var account = current.of(reader);
        var typed = checked(title.strip(), days, scopes(scopes), agency, account, locale);
        if (!typed.isGood()) {
            var page = page(typed, Optional.empty(), "", account, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var only = Optional.of(agency).filter(text -> !text.isEmpty()).map(AgencyId::new);
        var issued = catalog.members().tokens()
                .issue(account, typed.title(), typed.scopes(), only, Duration.ofDays(Integer.parseInt(days)));
        catalog.members().audit()
                .record(
                        account.name(),
                        AuditAction.TOKEN_ISSUED,
                        issued.id(),
                        typed.title() + " " + typed.scopes() + " " + agency,
                        request.getRemoteAddr());
        return page(Typed.nothing(), Optional.of(issued), "", account, locale);
    }

    @PostMapping("/account/tokens/revoke")
    String revoke(@RequestParam String id, Principal reader, HttpServletRequest request) {
        var account = current.of(reader);
        boolean ended = catalog.members().tokens().revoke(account, id.strip());
        if (ended) {
            catalog.members().audit().record(account.name(), AuditAction.TOKEN_REVOKED, id.strip(), "", request.getRemoteAddr());
        }
        return "redirect:/account/tokens?revocation=" + (ended ? "revoked" : "unknown");
    }

    private Typed checked(
            String title, String days, Set<Scope> scopes, String agency, Account account, Locale locale) {
        boolean titled = !title.isEmpty() && title.length() <= LONGEST_TITLE;
        boolean timed = days.matches("[0-9]{1,3}") && Integer.parseInt(days) >= 1 && Integer.parseInt(days) <= MOST_DAYS;
        boolean own = agency.isEmpty()
                || (AgencyId.isValid(agency) && account.may(Permission.EDIT, new AgencyId(agency)));
        return new Typed(
                title,
                titled ? List.of() : say("tokens.title.missing", locale),
                days,
                timed ? List.of() : say("tokens.days.wrong", locale),
                scopes,
                scopes.isEmpty() ? say("tokens.scopes.missing", locale) : List.of(),
                agency,
                own ? List.of() : say("tokens.agency.wrong", locale));
    }

    private static Set<Scope> scopes(List<String> codes) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var scope : Scope.values()) {
            if (codes.contains(scope.name().toLowerCase(Locale.ROOT))) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private ModelAndView page(
            Typed typed, Optional<IssuedToken> issued, String revocation, Account account, Locale locale) {
        var language = Language.of(locale);
        var scopes = EnumSet.allOf(Scope.class).stream()
                .map(scope -> new Choice(code(scope), "tokens.scope." + code(scope), typed.scopes().contains(scope)))
                .toList();
        var agencies = catalog.store().agencies().stream()
                .filter(each -> account.mayEdit(each.id()))
                .map(each -> new Choice(
                        each.id().value(),
                        each.name().best(language),
                        each.id().value().equals(typed.agency())))
                .toList();
        var rows = catalog.members().tokens().of(account).stream()
                .map(token -> row(token, language))
                .toList();
        return new ModelAndView(
                "account/tokens",
                "tokens",
                new TokensView(
                        typed,
                        issued,
                        issued.map(each -> each.title() + " – " + Figures.day(each.expiresAt()))
                                .orElse(""),
                        revocation,
                        scopes,
                        agencies,
                        rows));
    }

    private Row row(ApiToken token, String language) {
        var state = token.ended().isPresent()
                ? "ended"
                : token.expiresAt().isAfter(clock.instant()) ? "open" : "expired";
        return new Row(
                token.id(),
                token.title(),
                token.scopes().stream().sorted().map(scope -> "tokens.scope." + code(scope)).toList(),
                token.agency().map(id -> names.agencyName(id.value()).best(language)).orElse(""),
                Figures.day(token.createdAt()),
                Figures.day(token.expiresAt()),
                token.lastUsed().map(Figures::day).orElse(""),
                state);
    }

    private static String code(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private List<String> say(String key, Locale locale) {
        return List.of(messages.getMessage(key, new Object[0], locale));
    }
}
