package tw.touchstone.server.admin;

import java.security.SecureRandom;
import java.util.ArrayList;
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
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.PageController;

/// The page on which administrators create accounts for the editors of agencies.
@PageController
class AccountsController {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final int LONGEST_DISPLAY_NAME = 80;
    /// Without the characters that are mistaken for each other.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final Catalog catalog;
    private final Accounts accounts;
    private final Names names;
    private final PasswordEncoder encoder;
    private final MessageSource messages;
    private final SecureRandom random = new SecureRandom();

    AccountsController(Catalog catalog, Names names, PasswordEncoder encoder, MessageSource messages) {
        this.catalog = catalog;
        this.accounts = catalog.accounts();
        this.names = names;
        this.encoder = encoder;
        this.messages = messages;
    }

    /// What the page shows.
    ///
    /// @param createdName the account created just now; else empty
    /// @param password    its one-time password, shown this once
    record AccountsView(
            Typed typed, String createdName, String password, List<Option> agencies, List<Row> list) {}

    /// What was typed, and what is wrong with it.
    record Typed(
            String name,
            List<String> nameErrors,
            String display,
            List<String> displayErrors,
            String agency,
            List<String> agencyErrors) {

        static final Typed NOTHING = new Typed("", List.of(), "", List.of(), "", List.of());

        boolean isGood() {
            return nameErrors.isEmpty() && displayErrors.isEmpty() && agencyErrors.isEmpty();
        }
    }

    /// An agency to choose.
    record Option(String value, String name) {}

    /// An account in the list.
    record Row(String name, String display, String role, String agency, boolean mustChange) {}

    @GetMapping("/admin/accounts")
    ModelAndView list(Locale locale) {
        return page(Typed.NOTHING, "", "", locale);
    }

    @PostMapping("/admin/accounts")
    ModelAndView create(
            @RequestParam String name, @RequestParam String display, @RequestParam String agency, Locale locale) {
        var typed = checked(name.strip(), display.strip(), agency, locale);
        if (!typed.isGood()) {
            return refused(typed, locale);
        }
        var password = oneTimePassword();
        var created = accounts.create(
                typed.name(),
                typed.display(),
                Role.EDITOR,
                Optional.of(new AgencyId(agency)),
                encoder.encode(password));
        return created.isPresent()
                ? page(Typed.NOTHING, typed.name(), password, locale)
                : refused(
                        new Typed(
                                typed.name(),
                                say("accounts.name.taken", locale),
                                typed.display(),
                                List.of(),
                                agency,
                                List.of()),
                        locale);
    }

    private Typed checked(String name, String display, String agency, Locale locale) {
        boolean named = NAME.matcher(name).matches();
        boolean shown = !display.isEmpty() && display.length() <= LONGEST_DISPLAY_NAME;
        boolean known =
                AgencyId.isValid(agency) && names.agency(new AgencyId(agency)).isPresent();
        return new Typed(
                name,
                named ? List.of() : say("accounts.name.wrong", locale),
                display,
                shown ? List.of() : say("accounts.display.missing", locale),
                agency,
                known ? List.of() : say("accounts.agency.unknown", locale));
    }

    private ModelAndView refused(Typed typed, Locale locale) {
        var page = page(typed, "", "", locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Typed typed, String createdName, String password, Locale locale) {
        var language = Language.of(locale);
        var agencies = catalog.store().agencies().stream()
                .map(each -> new Option(each.id().value(), each.name().best(language)))
                .toList();
        var rows = accounts.all().stream().map(each -> row(each, language)).toList();
        return new ModelAndView(
                "admin/accounts", "accounts", new AccountsView(typed, createdName, password, agencies, rows));
    }

    private Row row(Account account, String language) {
        return new Row(
                account.name(),
                account.displayName(),
                account.grants().isEmpty()
                        ? "none"
                        : account.grants().getFirst().role().name().toLowerCase(Locale.ROOT),
                account.agency().map(id -> names.agencyName(id.value()).best(language)).orElse(""),
                account.mustChangePassword());
    }

    private String oneTimePassword() {
        var groups = new ArrayList<String>();
        for (int group = 0; group < GROUPS; group++) {
            var letters = new StringBuilder();
            for (int i = 0; i < GROUP_LENGTH; i++) {
                letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            groups.add(letters.toString());
        }
        return String.join("-", groups);
    }

    private List<String> say(String key, Locale locale) {
        return List.of(messages.getMessage(key, new Object[0], locale));
    }
}
