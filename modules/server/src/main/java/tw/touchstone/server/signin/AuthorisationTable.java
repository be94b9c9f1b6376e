package tw.touchstone.server.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.catalog.members.Scope;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;

/// Decides by [Routes] whether a request may go on. Thread-safe.
///
/// What is mapped and not in the table is refused. What is not mapped at all goes on, to be answered "not found".
@Component
class AuthorisationTable implements AuthorizationManager<RequestAuthorizationContext> {

    private record Line(PathPattern pattern, Route route) {}

    private final Catalog catalog;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    /// By the first step of the path, so that few patterns are tried for each request.
    private final Map<String, List<Line>> lines = new HashMap<>();

    AuthorisationTable(
            Catalog catalog,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.catalog = catalog;
        this.mappings = mappings;
        var parser = new PathPatternParser();
        for (var route : Routes.all()) {
            lines.computeIfAbsent(firstStep(route.pattern()), each -> new ArrayList<>())
                    .add(new Line(parser.parse(route.pattern()), route));
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var method = HttpMethod.valueOf(request.getMethod());
        if (method.equals(HttpMethod.OPTIONS) || request.getDispatcherType() != DispatcherType.REQUEST) {
            return Verdict.GRANTED;
        }
        var asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        var path = PathContainer.parsePath(request.getRequestURI());
        for (var line : lines.getOrDefault(firstStep(request.getRequestURI()), List.of())) {
            if (line.route().method().equals(asked)) {
                var match = line.pattern().matchAndExtract(path);
                if (match != null) {
                    return decide(line.route(), match.getUriVariables(), signedIn(who.get()));
                }
            }
        }
        return isMapped(request) ? Verdict.refused("this address is open to nobody") : Verdict.GRANTED;
    }

    private AuthorizationResult decide(Route route, Map<String, String> variables, Optional<SignedIn> who) {
        if (route.access() instanceof Access.Anyone) {
            return Verdict.GRANTED;
        }
        if (who.isEmpty()) {
            return Verdict.refused("send a token or a name and password");
        }
        var account = who.get().account();
        if (who.get().means() instanceof SignedIn.Means.Password && account.secondFactor()) {
            return Verdict.NEEDS_TOKEN;
        }
        boolean mayWithIssued = route.access() instanceof Access.Member(boolean issued) && issued;
        if (account.mustChangePassword() && !mayWithIssued && !(who.get().means() instanceof SignedIn.Means.Token)) {
            return Verdict.ISSUED_PASSWORD;
        }
        return switch (route.access()) {
            case Access.Anyone anyone -> Verdict.GRANTED;
            case Access.Member member -> Verdict.GRANTED;
            case Access.Holder(Permission permission, Optional<Scope> scope) ->
                scoped(who.get(), scope)
                        .orElseGet(() -> account.may(permission)
                                ? Verdict.GRANTED
                                : Verdict.refused("this account may not do that"));
            case Access.OwnerOf(Permission permission, Optional<Scope> scope) ->
                scoped(who.get(), scope).orElseGet(() -> owned(account, permission, variables.getOrDefault("id", "")));
        };
    }

    /// Why a token does not suffice, where it does not.
    private static Optional<AuthorizationResult> scoped(SignedIn who, Optional<Scope> scope) {
        return who.means() instanceof SignedIn.Means.Token(var scopes)
                        && scope.filter(scopes::contains).isEmpty()
                ? Optional.of(Verdict.refused(scope.map(each -> "this token lacks the scope "
                                + each.name().toLowerCase(Locale.ROOT))
                        .orElse("no token may do that")))
                : Optional.empty();
    }

    /// A dataset that is not there belongs to nobody: who may edit at all is told by the route that it is not there.
    private AuthorizationResult owned(Account account, Permission permission, String id) {
        if (!account.may(permission)) {
            return Verdict.refused("this account may not do that");
        }
        var publisher = DatasetId.isValid(id)
                ? catalog.store().dataset(new DatasetId(id)).flatMap(Dataset::publisher)
                : Optional.<AgencyId>empty();
        return publisher.filter(agency -> !account.may(permission, agency)).isPresent()
                ? Verdict.ofAgency(publisher.get())
                : Verdict.GRANTED;
    }

    private boolean isMapped(HttpServletRequest request) {
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            return mappings.getObject().getHandler(request) != null;
        } catch (Exception e) {
            // The method or the media type does not fit any handler; the dispatcher will say so.
            return false;
        }
    }

    private static Optional<SignedIn> signedIn(@Nullable Authentication authentication) {
        return authentication instanceof SignedIn signedIn ? Optional.of(signedIn) : Optional.empty();
    }

    private static String firstStep(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
