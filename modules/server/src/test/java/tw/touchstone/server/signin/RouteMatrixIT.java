package tw.touchstone.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.catalog.members.Scope;
import tw.touchstone.model.AgencyId;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// Every route × every role × own, child and other agency, asked of a running server.
///
/// What each permission is for is said here once more and not read from the roles, so that neither can change unnoticed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixIT {

    private static final String OWN = "moi";
    private static final String CHILD = "npa";
    private static final String OTHER = "moda";

    private static final Map<Permission, Set<Role>> HOLDERS = Map.of(
            Permission.EDIT, EnumSet.of(Role.EDITOR, Role.PUBLISHER, Role.AGENCY_ADMIN, Role.ADMINISTRATOR),
            Permission.ADMINISTER_ACCOUNTS, EnumSet.of(Role.AGENCY_ADMIN, Role.ADMINISTRATOR),
            Permission.ADMINISTER_CATALOGUE, EnumSet.of(Role.ADMINISTRATOR));

    private RunningServer server;
    private final Map<Role, Account> accounts = new EnumMap<>(Role.class);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final Map<String, String> datasets = new HashMap<>();
    private String formCookie = "";
    private String formToken = "";

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        server = RunningServer.on(home);
        for (var role : Role.values()) {
            var agency = role.isOfAgency() ? Optional.of(new AgencyId(OWN)) : Optional.<AgencyId>empty();
            var name = role.name().toLowerCase(Locale.ROOT);
            var created = server.catalog().members().accounts().create(name, name, role, agency, "no password").orElseThrow();
            server.catalog().members().accounts().changePassword(name, "no password");
            accounts.put(role, server.catalog().members().accounts().byId(created.id()).orElseThrow());
            tokens.put(role, server.catalog().members().tokens().issue(created, "all", Duration.ofDays(1)).secret());
        }
        for (var agency : List.of(OWN, CHILD, OTHER)) {
            var json = AirQuality.json("屬於 " + agency).replace("\"" + AirQuality.AGENCY + "\"", "\"" + agency + "\"");
            var answer = server.send(
                    "POST", "/api/v1/datasets", token(Role.ADMINISTRATOR), "application/json", json);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            datasets.put(agency, RunningServer.json(answer).get("id").asString());
        }
        var page = server.get("/sign-in", "Accept", "text/html");
        formToken = Jsoup.parse(page.body()).select("input[name=_csrf]").val();
        formCookie = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> cookie.startsWith("touchstone-form="))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Route> routes() {
        return Routes.all().stream();
    }

    @Test
    void everyRouteThatIsMappedStandsInTheTableAndEveryLineIsMapped() {
        var mapped = new TreeSet<String>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(mapping -> mapping
                .getPatternValues()
                .forEach(pattern -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapped.add(method + " " + pattern))));
        var table = Routes.all().stream()
                .map(Route::toString)
                .filter(line -> !line.contains(" /actuator/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mapped)
                .as("a new route needs its line in server.signin.Routes, which says who may ask for it")
                .isEqualTo(table);
        assertThat(Routes.all()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsInWhomTheTableSaysAndNobodyElse(Route route) throws Exception {
        var wrong = new ArrayList<String>();
        for (var agency : List.of(OWN, CHILD, OTHER)) {
            if (!(route.access() instanceof Access.OwnerOf) && !agency.equals(OWN)) {
                continue;
            }
            check(wrong, route, agency, "stranger", ask(route, agency, Optional.empty()), strangerMay(route));
            for (var role : Role.values()) {
                check(wrong, route, agency, role.name(), ask(route, agency, Optional.of(role)), may(route, role, agency));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsATokenInOnlyWithTheScopeOfTheRoute(Route route) throws Exception {
        if (!isForPrograms(route) || route.access() instanceof Access.Anyone) {
            return;
        }
        var needed = switch (route.access()) {
            case Access.Holder(var permission, var scope) -> scope;
            case Access.OwnerOf(var permission, var scope) -> scope;
            default -> Optional.<Scope>empty();
        };
        var wrong = new ArrayList<String>();
        for (var scope : Scope.values()) {
            var token = server.catalog()
                    .members().tokens()
                    .issue(
                            account(Role.ADMINISTRATOR),
                            scope.name(),
                            EnumSet.of(scope),
                            Optional.empty(),
                            Duration.ofDays(1))
                    .secret();
            boolean may = needed.isEmpty() || needed.get() == scope;
            check(wrong, route, OWN, "token for " + scope, send(route, OWN, "Bearer " + token, ""), may);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void letsATokenOfOneAgencyTouchNoOther() throws Exception {
        var child = server.catalog()
                .members().tokens()
                .issue(
                        account(Role.ADMINISTRATOR),
                        "child only",
                        EnumSet.allOf(Scope.class),
                        Optional.of(new AgencyId(CHILD)),
                        Duration.ofDays(1))
                .secret();
        var path = "/distributions/1/content";
        for (var agency : List.of(OWN, CHILD, OTHER)) {
            var answer = server.get(
                    "/api/v1/datasets/" + datasets.get(agency) + path, "Authorization", "Bearer " + child);
            assertThat(answer.statusCode()).as(agency).isEqualTo(agency.equals(CHILD) ? 204 : 403);
        }
        assertThat(server.get("/operations/status", "Authorization", "Bearer " + child).statusCode())
                .as("more than editing is not for one agency")
                .isEqualTo(403);
        var json = AirQuality.json("別的機關").replace("\"" + AirQuality.AGENCY + "\"", "\"" + OTHER + "\"");
        var refused = server.send("POST", "/api/v1/datasets", child, "application/json", json);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(RunningServer.json(refused).get("detail").asString())
                .isEqualTo("this account may not act for the agency " + OTHER);
    }

    private static boolean strangerMay(Route route) {
        return route.access() instanceof Access.Anyone;
    }

    private static boolean may(Route route, Role role, String agency) {
        return switch (route.access()) {
            case Access.Anyone anyone -> true;
            case Access.Member member -> true;
            case Access.Holder(var permission, var scope) -> HOLDERS.getOrDefault(permission, Set.of()).contains(role);
            case Access.OwnerOf(var permission, var scope) ->
                HOLDERS.getOrDefault(permission, Set.of()).contains(role) && (role == Role.ADMINISTRATOR || !agency.equals(OTHER));
        };
    }

    private static void check(
            List<String> wrong, Route route, String agency, String who, HttpResponse<String> answer, boolean may) {
        var toSignIn = answer.headers().firstValue("Location").filter(to -> to.replaceFirst("^http://[^/]+", "").startsWith("/sign-in"));
        boolean refused = answer.statusCode() == 401
                || answer.statusCode() == 403
                || (answer.statusCode() == 302 && toSignIn.isPresent());
        if (may == refused || answer.statusCode() >= 500) {
            wrong.add(route + " of " + agency + " for " + who + ": " + answer.statusCode() + " "
                    + answer.body().lines().limit(1).toList());
        }
    }

    private HttpResponse<String> ask(Route route, String agency, Optional<Role> role) throws Exception {
        if (isForPrograms(route)) {
            return send(route, agency, role.map(each -> "Bearer " + token(each)).orElse(""), "");
        }
        var session = role.map(each -> "; " + BrowserSessions.COOKIE + "="
                        + server.catalog().members().sessions().begin(account(each), "127.0.0.1", "test", "password", Optional.empty()))
                .orElse("");
        return send(route, agency, "", formCookie + session);
    }

    private HttpResponse<String> send(Route route, String agency, String authorization, String cookies)
            throws IOException, InterruptedException {
        var request = server.request(path(route, agency) + harmless(route));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies).header("Accept", "text/html");
        }
        return server.send(withBody(request, route, cookies.isEmpty()));
    }

    /// Systems of agencies withdraw without a condition, so that only a parameter nobody knows keeps the dataset.
    private static String harmless(Route route) {
        return route.method().equals(HttpMethod.DELETE) && route.pattern().startsWith("/api/v2/") ? "?harmless" : "";
    }

    /// What is sent is never enough to change anything.
    private HttpRequest.Builder withBody(HttpRequest.Builder request, Route route, boolean program) {
        if (route.method().equals(HttpMethod.GET)) {
            return request.GET();
        }
        return program
                ? request.method(route.method().name(), BodyPublishers.noBody())
                : request.header("Content-Type", "application/x-www-form-urlencoded")
                        .method(
                                route.method().name(),
                                BodyPublishers.ofString("_csrf="
                                        + URLEncoder.encode(
                                                formToken, StandardCharsets.UTF_8)));
    }

    private String path(Route route, String agency) {
        var id = datasets.get(agency);
        return route.pattern()
                .replace("/distributions/{id}", "/distributions/" + id + "-1")
                .replaceAll("\\{id[^/]*\\}(?=$|[/.])", id)
                .replace("{number}", "1")
                .replace("{version}", "2018-01-01")
                .replace("{fix}", "transcode-1-000000000000")
                .replace("{action}", "package_list")
                .replace("{format:csv|json}", "csv")
                .replace("{publisher}", agency)
                .replace("{account}", account(Role.EDITOR).id())
                .replace("{secret}", "0".repeat(64))
                .replace("{slug}", agency)
                .replace("{suffix:ttl|jsonld|rdf|nt}", "ttl")
                .replace("{suffix:json|csv|ndjson|parquet}", "json")
                .replace("{notation}", "climate")
                .replace("/**", "");
    }

    private Account account(Role role) {
        return Objects.requireNonNull(accounts.get(role));
    }

    private String token(Role role) {
        return Objects.requireNonNull(tokens.get(role));
    }

    private static boolean isForPrograms(Route route) {
        return Stream.of("/api/", "/mcp", "/operations/", "/actuator/").anyMatch(route.pattern()::startsWith);
    }
}
