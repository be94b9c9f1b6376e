package tw.touchstone.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.server.RunningServer;

/// People sign in with a provider: a Spring Authorization Server beside ours.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcIT {

    private Provider provider;
    private RunningServer server;
    private Catalog catalog;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        int port = freePort();
        provider = Provider.start(port);
        server = RunningServer.on(
                home,
                "--server.port=" + port,
                "--touchstone.oidc.issuer=" + provider.issuer(),
                "--touchstone.oidc.client-id=" + Provider.CLIENT,
                "--touchstone.oidc.client-secret=" + Provider.SECRET,
                "--touchstone.oidc.roles-claim=groups",
                "--touchstone.oidc.roles[0].value=moda-publishers",
                "--touchstone.oidc.roles[0].role=publisher",
                "--touchstone.oidc.roles[0].agency=moda",
                "--touchstone.oidc.roles[1].value=moi-editors",
                "--touchstone.oidc.roles[1].role=editor",
                "--touchstone.oidc.roles[1].agency=moi",
                "--touchstone.oidc.create-accounts=true");
        catalog = server.catalog();
        assertThat(catalog.members().accounts()
                        .invite("mei.chen", "陳美玲", "Mei@example.tw", List.of(Grant.of(Role.EDITOR, new AgencyId("npa")))))
                .isPresent();
        assertThat(catalog.members().accounts()
                        .invite("boss", "Boss", "boss@example.tw", List.of(Grant.everywhere(Role.ADMINISTRATOR))))
                .isPresent();
    }

    @AfterAll
    void stop() {
        server.close();
        provider.close();
    }

    @Test
    void aVerifiedAddressLeadsToTheAccountThatHasItAndTheClaimsGiveRoles() throws Exception {
        try (var mei = new Walker()) {
            mei.go(address("/sign-in"));
            assertThat(mei.page().select("a[href=/oauth2/authorization/oidc]")).hasSize(1);
            signIn(mei, "mei");
            assertThat(mei.here().getPath()).isEqualTo("/workspace");
            assertThat(mei.page().text()).contains("陳美玲");
            var account = catalog.members().accounts().byName("mei.chen").orElseThrow();
            assertThat(account.grants())
                    .extracting(grant -> grant.role() + " " + grant.agency().orElseThrow())
                    .containsExactlyInAnyOrder("EDITOR npa", "PUBLISHER moda");

            // Leaving here is leaving there: the provider asks for the password again.
            mei.submit("/sign-out", Map.of());
            assertThat(mei.visited("/connect/logout").getQuery()).contains("id_token_hint=");
            assertThat(mei.here()).isEqualTo(address("/"));
            assertThat(mei.go(address("/oauth2/authorization/oidc")).here().getPath()).isEqualTo("/login");
        }
    }

    @Test
    void somebodyWithARoleGetsAnAccountAndSomebodyWithoutDoesNot() throws Exception {
        try (var newcomer = new Walker(); var nobody = new Walker()) {
            assertThat(signIn(newcomer, "newcomer").here().getPath()).isEqualTo("/workspace");
            var account = catalog.members().accounts().byName("newcomer").orElseThrow();
            assertThat(account.displayName()).isEqualTo("新來的人");
            assertThat(account.mayEdit(new AgencyId("moi"))).isTrue();
            assertThat(catalog.members().accounts().passwordHash("newcomer")).as("no password ever fits").contains("");

            assertRefused(signIn(nobody, "nobody"));
            assertThat(catalog.members().accounts().byName("nobody")).isEmpty();
        }
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNothing() throws Exception {
        try (var walker = new Walker()) {
            assertRefused(signIn(walker, "unverified"));
        }
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        try (var walker = new Walker()) {
            assertRefused(signIn(walker, "forger"));
            assertThat(catalog.members().audit().entries(0, 1, "sign-in-refused").getFirst().detail())
                    .isEqualTo("oidc: invalid_id_token");
        }
    }

    @Test
    void aTokenForAnotherNonceIsRefused() throws Exception {
        try (var walker = new Walker()) {
            walker.go(address("/oauth2/authorization/oidc"), to -> to.getPath().equals("/oauth2/authorize")
                    ? URI.create(to.toString().replaceFirst("nonce=[^&]*", "nonce=replayed"))
                    : to);
            walker.submit("/login", Map.of("username", "newcomer", "password", "newcomer"));
            assertRefused(walker);
            assertThat(catalog.members().audit().entries(0, 1, "sign-in-refused").getFirst().detail())
                    .isEqualTo("oidc: invalid_nonce");
        }
    }

    @Test
    void anAnswerOfTheProviderCountsOnceAndForTheBrowserThatAskedAlone() throws Exception {
        try (var first = new Walker(); var other = new Walker()) {
            signIn(first, "newcomer");
            var answer = first.visited("/login/oauth2/code/oidc");
            assertRefused(other.go(answer));
            first.submit("/sign-out", Map.of());
            assertRefused(first.go(answer));
            assertRefused(other.go(address("/login/oauth2/code/oidc?code=guessed&state=guessed")));
        }
    }

    @Test
    void aShutAccountStaysShut() throws Exception {
        try (var walker = new Walker()) {
            signIn(walker, "newcomer");
            var account = catalog.members().accounts().byName("newcomer").orElseThrow();
            catalog.members().accounts().setDisabled(account, true);
            assertThat(walker.go(address("/workspace")).here().getPath()).isEqualTo("/sign-in");
            assertRefused(walker.go(address("/oauth2/authorization/oidc")));
            catalog.members().accounts().setDisabled(account, false);
        }
    }

    @Test
    void theRulesOfTheFormLetPeopleLeaveForTheProvider() throws Exception {
        assertThat(server.get("/sign-in", "Accept", "text/html").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' " + provider.issuer() + "/;");
    }

    private Walker signIn(Walker walker, String name) throws Exception {
        walker.go(address("/oauth2/authorization/oidc"));
        return walker.submit("/login", Map.of("username", name, "password", name));
    }

    private static void assertRefused(Walker walker) throws Exception {
        assertThat(walker.here().getPath() + "?" + Optional.ofNullable(walker.here().getQuery()).orElse(""))
                .isEqualTo("/sign-in?refused");
        assertThat(walker.status()).isEqualTo(200);
        assertThat(walker.page().select("#sign-in-error").text()).contains("單一帳號登入沒有成功");
        var workspace = walker.here().resolve("/workspace");
        assertThat(walker.go(workspace).here().getPath()).as("nobody is signed in").isEqualTo("/sign-in");
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
