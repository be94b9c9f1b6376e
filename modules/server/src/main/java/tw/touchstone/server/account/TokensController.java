package tw.touchstone.server.account;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.members.ApiTokens;
import tw.touchstone.catalog.members.IssuedToken;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;

/// The page on which people issue and end the secrets their programs use.
@PageController
class TokensController {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_TITLE = 80;

    private final ApiTokens tokens;
    private final CurrentAccount current;
    private final MessageSource messages;

    TokensController(ApiTokens tokens, CurrentAccount current, MessageSource messages) {
        this.tokens = tokens;
        this.current = current;
        this.messages = messages;
    }

    /// What the page shows.
    ///
    /// @param title       as typed
    /// @param days        as typed
    /// @param secret      the secret issued just now, shown this once; else empty
    /// @param issuedId    by which it can be revoked
    /// @param issuedTitle what it is for, and until when
    /// @param revocation  `revoked`, `unknown`, or empty where nothing was revoked
    record TokensView(
            String title,
            List<String> titleErrors,
            String days,
            List<String> daysErrors,
            String secret,
            String issuedId,
            String issuedTitle,
            String revocation) {

        static TokensView after(String revocation) {
            return new TokensView("", List.of(), String.valueOf(USUAL_DAYS), List.of(), "", "", "", revocation);
        }
    }

    @GetMapping("/account/tokens")
    ModelAndView list(@RequestParam(defaultValue = "") String revocation) {
        boolean known = List.of("revoked", "unknown").contains(revocation);
        return page(TokensView.after(known ? revocation : ""));
    }

    @PostMapping("/account/tokens")
    ModelAndView issue(@RequestParam String title, @RequestParam String days, Principal reader, Locale locale) {
        var purpose = title.strip();
        boolean titled = !purpose.isEmpty() && purpose.length() <= LONGEST_TITLE;
        boolean timed = days.matches("[0-9]{1,3}") && Integer.parseInt(days) >= 1 && Integer.parseInt(days) <= MOST_DAYS;
        if (!titled || !timed) {
            var page = page(new TokensView(
                    title,
                    titled ? List.of() : say("tokens.title.missing", locale),
                    days,
                    timed ? List.of() : say("tokens.days.wrong", locale),
                    "",
                    "",
                    "",
                    ""));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        IssuedToken issued = tokens.issue(current.of(reader), purpose, Duration.ofDays(Integer.parseInt(days)));
        return page(new TokensView(
                "",
                List.of(),
                String.valueOf(USUAL_DAYS),
                List.of(),
                issued.secret(),
                issued.id(),
                issued.title() + " – " + Figures.day(issued.expiresAt()),
                ""));
    }

    @PostMapping("/account/tokens/revoke")
    String revoke(@RequestParam String id, Principal reader) {
        boolean ended = tokens.revoke(current.of(reader), id.strip());
        return "redirect:/account/tokens?revocation=" + (ended ? "revoked" : "unknown");
    }

    private static ModelAndView page(TokensView view) {
        return new ModelAndView("account/tokens", "tokens", view);
    }

    private List<String> say(String key, Locale locale) {
        return List.of(messages.getMessage(key, new Object[0], locale));
    }
}
