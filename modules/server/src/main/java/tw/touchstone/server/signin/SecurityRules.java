package tw.touchstone.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.util.UriUtils;
import tw.touchstone.catalog.members.ApiTokens;

/// The two doors: one for programs, one for people. Who may come in by either is said in [Routes]; whose datasets an
/// account may change is decided once more where they are changed.
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    private static final String NO_FEATURES =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
    private static final String CHANGE_PASSWORD = "/account/password";

    /// Programs: no session, so nothing that a foreign page could ride on, and no cross-site token needed.
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            AuthorisationTable table,
            PasswordAuthentication passwords,
            ApiTokens tokens,
            OperatorToken operator,
            RateLimitSettings limits) {
        return http.securityMatcher("/api/**", "/mcp", "/operations/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().access(table))
                .authenticationManager(new ProviderManager(passwords))
                .addFilterBefore(new BearerTokens(tokens, operator), BasicAuthenticationFilter.class)
                // Before passwords are tried: that costs more than anything a program may ask.
                .addFilterBefore(new RateLimits(limits), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(new ProblemEntryPoint()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new ProblemEntryPoint())
                        .accessDeniedHandler(new ProblemEntryPoint()))
                .csrf(csrf -> csrf.disable())
                .cors(Customizer.withDefaults())
                .headers(headers -> headers.permissionsPolicyHeader(policy -> policy.policy(NO_FEATURES))
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /// People: a form, a session and a token in every form.
    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            AuthorisationTable table,
            BrowserSessions sessions,
            CsrfTokenRepository forms,
            OidcSignIn oidc) {
        oidc.addTo(http);
        var policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
                + oidc.origin().map(each -> " " + each).orElse("") + "; frame-ancestors 'none'";
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(table))
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.disable())
                .requestCache(cache -> cache.disable())
                // Both only read, and are asked by programs that have no form.
                .csrf(csrf -> csrf.csrfTokenRepository(forms).ignoringRequestMatchers("/sparql", "/oai"))
                .cors(Customizer.withDefaults())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, missing) -> response.sendRedirect(signInPage(request)))
                        .accessDeniedHandler(denied()))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessHandler((request, response, who) ->
                                response.sendRedirect(oidc.afterwards(sessions.end(request, response)))))
                .headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                        .permissionsPolicyHeader(features -> features.policy(NO_FEATURES))
                        .crossOriginOpenerPolicy(Customizer.withDefaults())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .build();
    }

    /// Where somebody signs in and is led back from to what they asked for.
    private static String signInPage(HttpServletRequest request) {
        var query = request.getQueryString();
        var asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        return request.getMethod().equals("GET")
                ? "/sign-in?next=" + UriUtils.encode(asked, StandardCharsets.UTF_8)
                : "/sign-in";
    }

    private static AccessDeniedHandler denied() {
        var page = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            boolean issued = denied instanceof AuthorizationDeniedException decided
                    && Verdict.ISSUED_PASSWORD.equals(decided.getAuthorizationResult());
            if (issued) {
                response.sendRedirect(CHANGE_PASSWORD);
            } else {
                page.handle(request, response, denied);
            }
        };
    }

    /// The token in every form, kept in a cookie beside it, so that a form survives a restart of the server.
    @Bean
    CsrfTokenRepository formTokens() {
        var forms = new CookieCsrfTokenRepository();
        forms.setCookieName("touchstone-form");
        forms.setCookieCustomizer(cookie -> cookie.path("/").sameSite("Lax").maxAge(Duration.ofDays(1)));
        return forms;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new Passwords();
    }
}
