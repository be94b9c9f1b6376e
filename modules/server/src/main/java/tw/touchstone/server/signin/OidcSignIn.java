package tw.touchstone.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.members.HomeKey;

/// Signing in with a provider. (OpenID Connect Core 1.0, authorization code flow; state, nonce, issuer, audience and
/// signature are checked by Spring Security)
///
/// The provider is asked for its configuration when somebody first wants to sign in with it, so that it need not be up when
/// this server starts. Whether there is a second factor is the provider's business: ours is not asked for.
@Component
class OidcSignIn {

    static final String ID = "oidc";
    private static final String REFUSED = "/sign-in?refused";
    private static final String ID_TOKEN = "tw.touchstone.id-token";

    private final OidcSettings settings;
    private final OidcMembers members;
    private final BrowserSessions sessions;
    private final AuditLog audit;
    private final HomeKey key;
    private final SupplierClientRegistrationRepository registrations =
            new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));

    OidcSignIn(OidcSettings settings, OidcMembers members, BrowserSessions sessions, Catalog catalog) {
        this.settings = settings;
        this.members = members;
        this.sessions = sessions;
        this.audit = catalog.members().audit();
        this.key = catalog.members().homeKey();
    }

    /// Opens the door of the provider, where there is one.
    void addTo(HttpSecurity http) {
        if (settings.isOn()) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .clientRegistrationRepository(registrations)
                    .authorizedClientRepository(new NothingKept())
                    .successHandler(this::accepted)
                    .failureHandler(this::refused));
        }
    }

    /// Where a form may lead: the provider, when somebody leaves.
    Optional<String> origin() {
        return settings.isOn()
                ? Optional.of(URI.create(settings.issuer()).resolve("/").toString())
                : Optional.empty();
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .build();
    }

    private void accepted(HttpServletRequest request, HttpServletResponse response, Authentication provided)
            throws IOException {
        // Nobody is signed in by what the provider said, but by the session that follows from it.
        SecurityContextHolder.clearContext();
        if (!(provided.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("the provider is asked for an identity, and gave none");
        }
        var account = members.account(user);
        if (account.isEmpty()) {
            audit.record("", AuditAction.SIGN_IN_REFUSED, provided.getName(), "oidc: no account", request.getRemoteAddr());
            response.sendRedirect(REFUSED);
            return;
        }
        var idToken = key.encrypt(user.getIdToken().getTokenValue(), ID_TOKEN);
        sessions.begin(account.get(), ID, Optional.of(idToken), request, response);
        response.sendRedirect("/workspace");
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException wrong)
            throws IOException {
        var code = wrong instanceof OAuth2AuthenticationException oauth ? oauth.getError().getErrorCode() : "failed";
        audit.record("", AuditAction.SIGN_IN_REFUSED, "", "oidc: " + code, request.getRemoteAddr());
        response.sendRedirect(REFUSED);
    }

    /// Where a browser goes that has been signed out: to the provider, to be signed out there too, where it came from one.
    ///
    /// @param sealed what the provider wants back, encrypted
    String afterwards(Optional<String> sealed) {
        var idToken = sealed.flatMap(text -> key.decrypt(text, ID_TOKEN));
        if (idToken.isEmpty() || !settings.isOn()) {
            return "/";
        }
        var end = Optional.ofNullable(registrations.findByRegistrationId(ID))
                .map(each -> each.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"));
        var back = ServletUriComponentsBuilder.fromCurrentContextPath().path("/").toUriString();
        return end.map(to -> to + "?id_token_hint=" + idToken.get() + "&post_logout_redirect_uri="
                        + UriUtils.encode(back, StandardCharsets.UTF_8))
                .orElse("/");
    }

    /// The provider's tokens are of no further use to us.
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Spring's
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Deliberately nothing.
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // Deliberately nothing.
        }
    }
}
