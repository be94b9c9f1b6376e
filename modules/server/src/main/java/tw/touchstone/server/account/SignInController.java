package tw.touchstone.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.BrowserSessions;
import tw.touchstone.server.signin.CodeSignIn;
import tw.touchstone.server.signin.LocalAddress;
import tw.touchstone.server.signin.OidcSettings;
import tw.touchstone.server.signin.PasswordSignIn;

/// The two forms to sign in with: name and password, and the code of the second factor where there is one.
@PageController
class SignInController {

    private final PasswordSignIn passwords;
    private final CodeSignIn codes;
    private final BrowserSessions sessions;
    private final OidcSettings oidc;

    SignInController(PasswordSignIn passwords, CodeSignIn codes, BrowserSessions sessions, OidcSettings oidc) {
        this.oidc = oidc;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
    }

    /// What the first form shows.
    ///
    /// @param problem `failed`, `wait`, `late`, `refused` by a provider, or empty
    /// @param seconds to wait
    /// @param next    where to go afterwards
    /// @param said    `welcome` for somebody who has just chosen a password; else empty
    record SignInView(String problem, long seconds, String name, String next, String said) {}

    /// What the second form shows.
    ///
    /// @param ticket says that the password was right
    record CodeView(String problem, long seconds, String ticket, String next) {}

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam Map<String, String> parameters) {
        var problem = parameters.containsKey("refused") ? "refused" : "";
        return first(new SignInView(
                problem,
                0,
                "",
                LocalAddress.of(parameters.getOrDefault("next", "")),
                parameters.containsKey("welcome") ? "welcome" : ""));
    }

    @PostMapping("/sign-in")
    ModelAndView password(
            @RequestParam("username") String name,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var destination = LocalAddress.of(next);
        return switch (passwords.attempt(name.strip(), password, request.getRemoteAddr())) {
            case PasswordSignIn.Attempt.Accepted(Account account) when account.secondFactor() ->
                second(new CodeView("", 0, codes.ticket(account), destination), HttpStatus.OK);
            case PasswordSignIn.Attempt.Accepted(Account account) -> {
                sessions.begin(account, "password", Optional.empty(), request, response);
                yield arrived(destination);
            }
            case PasswordSignIn.Attempt.Refused refused ->
                refused(new SignInView("failed", 0, name, destination, ""), HttpStatus.UNPROCESSABLE_CONTENT);
            case PasswordSignIn.Attempt.TooOften(Duration pause) ->
                refused(
                        new SignInView("wait", seconds(pause), name, destination, ""),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping("/sign-in/code")
    ModelAndView code(
            @RequestParam String ticket,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var destination = LocalAddress.of(next);
        return switch (codes.attempt(ticket, code, request.getRemoteAddr())) {
            case CodeSignIn.Attempt.Accepted(Account account) -> {
                sessions.begin(account, "password", Optional.empty(), request, response);
                yield arrived(destination);
            }
            case CodeSignIn.Attempt.Refused refused ->
                second(new CodeView("failed", 0, ticket, destination), HttpStatus.UNPROCESSABLE_CONTENT);
            case CodeSignIn.Attempt.TooOften(Duration pause) ->
                second(new CodeView("wait", seconds(pause), ticket, destination), HttpStatus.TOO_MANY_REQUESTS);
            case CodeSignIn.Attempt.TooLate late ->
                refused(new SignInView("late", 0, "", destination, ""), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView arrived(String destination) {
        return new ModelAndView("redirect:" + (destination.isEmpty() ? "/workspace" : destination));
    }

    private ModelAndView first(SignInView view) {
        return new ModelAndView("account/sign-in", Map.of("signIn", view, "provider", oidc.isOn()));
    }

    private ModelAndView refused(SignInView view, HttpStatus status) {
        var page = first(view);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView second(CodeView view, HttpStatus status) {
        var page = new ModelAndView("account/code", "code", view);
        page.setStatus(status);
        return page;
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
