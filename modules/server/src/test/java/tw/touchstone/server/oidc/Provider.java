package tw.touchstone.server.oidc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/// A real OpenID provider on a free port, with a few people. Everybody's password is their name.
final class Provider implements AutoCloseable {

    static final String CLIENT = "touchstone";
    static final String SECRET = "the secret of the client";

    /// What the provider says of its people.
    private static final Map<String, Map<String, Object>> CLAIMS = Map.of(
            "mei", Map.of("email", "mei@example.tw", "email_verified", true, "groups", List.of("moda-publishers", "staff")),
            "unverified", Map.of("email", "boss@example.tw", "email_verified", false, "groups", List.of()),
            "newcomer",
                    Map.of("preferred_username", "newcomer", "name", "新來的人", "groups", List.of("moi-editors")),
            "nobody", Map.of("preferred_username", "nobody", "groups", List.of("staff")),
            "forger", Map.of("email", "mei@example.tw", "email_verified", true, "groups", List.of("moda-publishers")));

    private final ServletWebServerApplicationContext context;

    private Provider(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /// Starts the provider for a client at this port.
    static Provider start(int clientPort) {
        var context = new SpringApplicationBuilder(Configuration.class)
                .run(
                        "--server.port=0",
                        "--client-port=" + clientPort,
                        // Cookies know hosts and no ports.
                        "--server.servlet.session.cookie.name=provider");
        return new Provider((ServletWebServerApplicationContext) context);
    }

    String issuer() {
        return "http://localhost:" + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /// Not marked as a configuration, or the application under test would find it among its own classes.
    @EnableAutoConfiguration
    static class Configuration {

        @Bean
        RegisteredClientRepository clients(@Value("${client-port}") int port) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(UUID.randomUUID().toString())
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://localhost:" + port + "/login/oauth2/code/oidc")
                    .postLogoutRedirectUri("http://localhost:" + port + "/")
                    .scope("openid")
                    .scope("profile")
                    .scope("email")
                    .clientSettings(ClientSettings.builder().requireAuthorizationConsent(false).build())
                    .build());
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(CLAIMS.keySet().stream()
                    .map(name -> User.withUsername(name).password("{noop}" + name).roles("PERSON").build())
                    .toList());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    Authentication person = Objects.requireNonNull(token.getPrincipal());
                    var name = person.getName();
                    CLAIMS.getOrDefault(name, Map.of()).forEach(token.getClaims()::claim);
                    if (name.equals("forger")) {
                        token.getClaims().issuer("https://evil.example");
                    }
                }
            };
        }
    }
}
