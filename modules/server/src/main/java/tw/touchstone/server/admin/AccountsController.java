package tw.touchstone.server.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;
import tw.touchstone.server.signin.OneTimePasswords;

/// The page on which administrators list accounts and invite people. Who administers an agency sees its people alone.
@PageController
class AccountsController {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\]{1,190}");
    private static final int LONGEST_DISPLAY_NAME = 80;

    private final Catalog catalog;
    private final Accounts accounts;
    private final CurrentAccount current;
    private final AdminChoices choices;
    private final PasswordEncoder encoder;
    private final OneTimePasswords oneTime;
    private final MessageSource messages;

    AccountsController(
            Catalog catalog,
            CurrentAccount current,
            AdminChoices choices,
            PasswordEncoder encoder,
            OneTimePasswords oneTime,
            MessageSource messages) {
        this.catalog = catalog;
        this.accounts = catalog.members().accounts();
        this.current = current;
        this.choices = choices;
        this.encoder = encoder;
        this.oneTime = oneTime;
        this.messages = messages;
    }

    /// What the page shows.
    ///
    /// @param created what became of the account created just now; empty where none was
    record AccountsView(
            Typed typed,
            Optional<HandedOver> created,
            List<AdminChoices.Choice> roles,
            List<AdminChoices.Choice> agencies,
            List<Row> list) {}

    /// What was typed, and what is wrong with it.
    record Typed(
            String name,
            List<String> nameErrors,
            String display,
            List<String> displayErrors,
            String email,
            List<String> emailErrors,
            String role,
            String agency,
            List<String> agencyErrors) {

        static final Typed NOTHING =
                new Typed("", List.of(), "", List.of(), "", List.of(), "editor", "", List.of());

        boolean isGood() {
            return nameErrors.isEmpty() && displayErrors.isEmpty() && emailErrors.isEmpty() && agencyErrors.isEmpty();
        }

        Typed taken(List<String> errors) {
            return new Typed(
                    name, errors, display, displayErrors, email, emailErrors, role, agency, agencyErrors);
        }
    }

    /// An account in the list.
    ///
    /// @param roles each with its agency
    /// @param state `invited`, `active`, `disabled`, or `pending` for a one-time password that was not changed yet
    record Row(String id, String name, String display, String email, List<AdminChoices.Held> roles, String state) {}

    @GetMapping("/admin/accounts")
    ModelAndView list(Principal reader, Locale locale) {
        return page(Typed.NOTHING, Optional.empty(), current.of(reader), locale);
    }

    @PostMapping("/admin/accounts")
    ModelAndView create(
            @RequestParam String name,
            @RequestParam String display,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "editor") String role,
            @RequestParam String agency,
            Principal reader,
            HttpServletRequest request,
            Locale locale) {
        var by = current.of(reader);
        var grant = choices.grant(role, agency, by);
        var typed = checked(name.strip(), display.strip(), email.strip(), role, agency, grant, locale);
        if (!typed.isGood() || grant.isEmpty()) {
            return refused(typed, by, locale);
        }
        var created = typed.email().isEmpty() ? withPassword(typed, grant.get()) : invited(typed, grant.get());
        if (created.isEmpty()) {
            return refused(typed.taken(say("accounts.name.taken", locale)), by, locale);
        }
        var address = request.getRemoteAddr();
        catalog.members().audit().record(by.name(), AuditAction.ACCOUNT_CREATED, typed.name(), "", address);
        catalog.members().audit().record(by.name(), AuditAction.ROLE_GIVEN, typed.name(), AdminChoices.text(grant.get()), address);
        return page(Typed.NOTHING, created, by, locale);
    }

    private Optional<HandedOver> withPassword(Typed typed, Grant grant) {
        var password = oneTime.create();
        return accounts.create(typed.name(), typed.display(), grant.role(), grant.agency(), encoder.encode(password))
                .map(account -> HandedOver.password(account, password));
    }

    private Optional<HandedOver> invited(Typed typed, Grant grant) {
        return accounts.invite(typed.name(), typed.display(), typed.email(), List.of(grant))
                .map(account -> HandedOver.of(account, catalog.members().letters().invite(account)));
    }

    private Typed checked(
            String name,
            String display,
            String email,
            String role,
            String agency,
            Optional<Grant> grant,
            Locale locale) {
        boolean named = NAME.matcher(name).matches();
        boolean shown = !display.isEmpty() && display.codePointCount(0, display.length()) <= LONGEST_DISPLAY_NAME;
        boolean reachable = email.isEmpty() || EMAIL.matcher(email).matches();
        return new Typed(
                name,
                named ? List.of() : say("accounts.name.wrong", locale),
                display,
                shown ? List.of() : say("accounts.display.missing", locale),
                email,
                reachable ? List.of() : say("accounts.email.wrong", locale),
                role,
                agency,
                grant.isPresent() ? List.of() : say("accounts.agency.unknown", locale));
    }

    private ModelAndView refused(Typed typed, Account by, Locale locale) {
        var page = page(typed, Optional.empty(), by, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Typed typed, Optional<HandedOver> created, Account by, Locale locale) {
        var language = Language.of(locale);
        var rows = accounts.all().stream()
                .filter(by::mayAdminister)
                .map(each -> new Row(
                        each.id(),
                        each.name(),
                        each.displayName(),
                        each.email().orElse(""),
                        choices.held(each, language),
                        each.mustChangePassword() && each.state() == Account.State.ACTIVE
                                ? "pending"
                                : each.state().name().toLowerCase(Locale.ROOT)))
                .toList();
        return new ModelAndView(
                "admin/accounts",
                "accounts",
                new AccountsView(
                        typed,
                        created,
                        choices.roles(by, typed.role()),
                        choices.agencies(by, typed.agency(), language),
                        rows));
    }

    private List<String> say(String key, Locale locale) {
        return List.of(messages.getMessage(key, new Object[0], locale));
    }
}
