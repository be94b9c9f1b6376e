package tw.touchstone.server.signin;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static tw.touchstone.catalog.members.Permission.ADMINISTER_ACCOUNTS;
import static tw.touchstone.catalog.members.Permission.ADMINISTER_CATALOGUE;
import static tw.touchstone.catalog.members.Permission.EDIT;
import static tw.touchstone.server.signin.Access.anyone;
import static tw.touchstone.server.signin.Access.holder;
import static tw.touchstone.server.signin.Access.member;
import static tw.touchstone.server.signin.Access.memberWithIssuedPassword;
import static tw.touchstone.server.signin.Access.owner;

import java.util.List;
import org.springframework.http.HttpMethod;
import tw.touchstone.catalog.members.Scope;

/// The one table of who may ask for what. A route that is mapped and does not stand here is refused to everybody, and a
/// test says so; GET includes HEAD.
///
/// The line says who may come in at all. Where a request names an agency in its body, its controller asks further.
public final class Routes {

    private static final List<Route> ALL = List.of(
            // Pages for everybody.
            route(GET, "/", anyone()),
            route(GET, "/datasets", anyone()),
            route(GET, "/datasets/{id:(?!.*\\.(?:ttl|jsonld|rdf|nt)$).+}", anyone()),
            route(GET, "/datasets/{id}.ttl", anyone()),
            route(GET, "/datasets/{id}.jsonld", anyone()),
            route(GET, "/datasets/{id}.rdf", anyone()),
            route(GET, "/datasets/{id}.nt", anyone()),
            route(GET, "/datasets/{id}/quality.{suffix:ttl|jsonld|rdf|nt}", anyone()),
            route(GET, "/datasets/{id}/scorecard.json", anyone()),
            route(GET, "/datasets/{id}/scorecard", anyone()),
            route(GET, "/datasets/{id}/scorecard/bundle", anyone()),
            route(GET, "/datasets/{id}/observations.json", anyone()),
            route(GET, "/datasets/{id}/history", anyone()),
            route(GET, "/datasets/{id}/history.json", anyone()),
            route(GET, "/datasets/{id}/history.csv", anyone()),
            route(GET, "/datasets/{id}/versions", anyone()),
            route(GET, "/datasets/{id}/versions.json", anyone()),
            route(GET, "/datasets/{id}/versions/{version}", anyone()),
            route(GET, "/datasets/{id}/certificate", anyone()),
            route(GET, "/datasets/{id}/certificate.json", anyone()),
            route(GET, "/datasets/{id}/badge.svg", anyone()),
            route(GET, "/verify/{id}", anyone()),
            route(GET, "/verify/{id}.json", anyone()),
            route(GET, "/.well-known/jwks.json", anyone()),
            route(GET, "/distributions/{id}/download", anyone()),
            route(GET, "/distributions/{id}@{version}", anyone()),
            route(GET, "/distributions/{id}/versions", anyone()),
            route(GET, "/distributions/{id}/timemap", anyone()),
            route(GET, "/datasets/{id}/croissant.json", anyone()),
            route(GET, "/datasets/{id}/datapackage.json", anyone()),
            route(GET, "/distributions/{id}/csvw.json", anyone()),
            route(GET, "/distributions/{id}/rows", anyone()),
            route(GET, "/distributions/{id}/rows.{suffix:json|csv|ndjson|parquet}", anyone()),
            route(GET, "/distributions/{id}/profile", anyone()),
            route(GET, "/catalog", anyone()),
            route(GET, "/catalog.ttl", anyone()),
            route(GET, "/catalog.jsonld", anyone()),
            route(GET, "/catalog.rdf", anyone()),
            route(GET, "/catalog.nt", anyone()),
            route(GET, "/catalog.nq.gz", anyone()),
            route(GET, "/catalog.jsonl.gz", anyone()),
            route(GET, "/sparql", anyone()),
            route(POST, "/sparql", anyone()),
            route(GET, "/sparql/page", anyone()),
            route(GET, "/.well-known/void", anyone()),
            route(GET, "/data.json", anyone()),
            route(GET, "/feed.atom", anyone()),
            route(GET, "/agencies/{slug}/feed.atom", anyone()),
            route(GET, "/themes/{notation}/feed.atom", anyone()),
            route(GET, "/sitemap.xml", anyone()),
            route(GET, "/robots.txt", anyone()),
            route(GET, "/oai", anyone()),
            route(POST, "/oai", anyone()),
            route(GET, "/openapi.json", anyone()),
            route(GET, "/developers", anyone()),
            route(GET, "/agencies", anyone()),
            route(GET, "/agencies/{slug}", anyone()),
            route(GET, "/themes", anyone()),
            route(GET, "/themes/{notation}", anyone()),
            route(GET, "/usage", anyone()),
            route(GET, "/api/v1/usage", anyone()),
            route(GET, "/api/v1/usage.csv", anyone()),
            route(GET, "/api/v1/usage/top", anyone()),
            route(GET, "/rules", anyone()),
            route(GET, "/rules/{id}", anyone()),
            route(GET, "/rules.json", anyone()),
            route(GET, "/rules.ttl", anyone()),
            route(GET, "/rules/{id}.json", anyone()),
            route(GET, "/rules/{id}.ttl", anyone()),
            route(GET, "/policies", anyone()),
            route(GET, "/policies/{id}", anyone()),
            route(GET, "/policies.json", anyone()),
            route(GET, "/policies/{id}.json", anyone()),
            route(GET, "/usage/definition", anyone()),
            route(GET, "/usage/definition.json", anyone()),
            route(GET, "/standards", anyone()),
            route(GET, "/standards/{id}", anyone()),
            route(GET, "/standards.json", anyone()),
            route(GET, "/standards/{id}.json", anyone()),

            // Signing in.
            route(GET, "/sign-in", anyone()),
            route(POST, "/sign-in", anyone()),
            route(POST, "/sign-in/code", anyone()),
            route(GET, "/forgotten", anyone()),
            route(POST, "/forgotten", anyone()),
            route(GET, "/welcome/{secret}", anyone()),
            route(POST, "/welcome/{secret}", anyone()),

            // What people do with their own account.
            route(GET, "/account/password", memberWithIssuedPassword()),
            route(POST, "/account/password", memberWithIssuedPassword()),
            route(GET, "/account/tokens", member()),
            route(POST, "/account/tokens", member()),
            route(POST, "/account/tokens/revoke", member()),
            route(GET, "/account/second-factor", member()),
            route(POST, "/account/second-factor", member()),
            route(POST, "/account/second-factor/remove", member()),
            route(GET, "/account/notices", member()),
            route(POST, "/account/notices/read", member()),
            route(GET, "/account/sessions", member()),
            route(POST, "/account/sessions/end", member()),
            route(POST, "/account/sessions/end-others", member()),

            // Datasets of one's own agency.
            route(GET, "/workspace", member()),
            route(GET, "/workspace/datasets/new", holder(EDIT)),
            route(POST, "/workspace/datasets/new", holder(EDIT)),
            route(GET, "/workspace/datasets/{id}", owner(EDIT)),
            route(POST, "/workspace/datasets/{id}", owner(EDIT)),
            route(POST, "/workspace/datasets/{id}/withdraw", owner(EDIT)),
            route(GET, "/workspace/datasets/{id}/fixes", owner(EDIT)),
            route(GET, "/workspace/datasets/{id}/fixes/{fix}", owner(EDIT)),
            route(POST, "/workspace/datasets/{id}/fixes/{fix}", owner(EDIT)),
            route(POST, "/workspace/datasets/{id}/fixes/applied/{number}/undo", owner(EDIT)),

            // Administration.
            route(GET, "/admin/accounts", holder(ADMINISTER_ACCOUNTS)),
            route(POST, "/admin/accounts", holder(ADMINISTER_ACCOUNTS)),
            route(GET, "/admin/accounts/{account}", holder(ADMINISTER_ACCOUNTS)),
            route(POST, "/admin/accounts/{account}", holder(ADMINISTER_ACCOUNTS)),
            route(GET, "/admin/agencies", holder(ADMINISTER_CATALOGUE)),
            route(POST, "/admin/agencies", holder(ADMINISTER_CATALOGUE)),
            route(GET, "/admin/agencies/{slug}", holder(ADMINISTER_CATALOGUE)),
            route(POST, "/admin/agencies/{slug}", holder(ADMINISTER_CATALOGUE)),
            route(GET, "/admin/audit", holder(ADMINISTER_CATALOGUE)),
            route(GET, "/admin/audit.csv", holder(ADMINISTER_CATALOGUE)),

            // Programs.
            route(GET, "/api/v1/datasets", anyone()),
            route(GET, "/api/v1/datasets.csv", anyone()),
            route(GET, "/api/v1/suggest", anyone()),
            route(GET, "/api/v1/datasets/{id}", anyone()),
            route(GET, "/api/v1/datasets/{id}/scorecard", anyone()),
            route(GET, "/api/v1/changes", anyone()),
            route(GET, "/api/v1/agencies", anyone()),
            route(POST, "/api/v1/datasets", holder(EDIT, Scope.REGISTER)),
            route(PUT, "/api/v1/datasets/{id}", owner(EDIT, Scope.REGISTER)),
            route(DELETE, "/api/v1/datasets/{id}", owner(EDIT, Scope.REGISTER)),
            route(PUT, "/api/v1/datasets/{id}/distributions/{number}/content", owner(EDIT, Scope.UPLOAD)),
            route(GET, "/api/v1/datasets/{id}/distributions/{number}/content", owner(EDIT, Scope.UPLOAD)),

            route(GET, "/api/v1/datasets/{id}/fixes", owner(EDIT, Scope.REGISTER)),
            route(GET, "/api/v1/datasets/{id}/fixes/{fix}", owner(EDIT, Scope.REGISTER)),
            route(POST, "/api/v1/datasets/{id}/fixes/{fix}", owner(EDIT, Scope.REGISTER)),
            route(POST, "/api/v1/datasets/{id}/fixes/applied/{number}/undo", owner(EDIT, Scope.REGISTER)),
            route(POST, "/api/v1/preview", holder(EDIT, Scope.REGISTER)),

            route(POST, "/api/v1/imports", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(GET, "/api/v1/imports", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(GET, "/api/v1/imports/{id}", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(GET, "/api/v1/imports/{id}/log", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(POST, "/api/v1/imports/{id}/cancel", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),

            // Programs that act for language models. Which of its tools ask for more is said by their own lines.
            route(POST, "/mcp", anyone()),

            // Programs written for CKAN.
            route(GET, "/api/3", anyone()),
            route(GET, "/api/3/action/{action}", anyone()),
            route(POST, "/api/3/action/{action}", anyone()),
            route(GET, "/api/action/{action}", anyone()),
            route(POST, "/api/action/{action}", anyone()),

            // Programs written for the national portal.
            route(GET, "/datasets/export/{format:csv|json}", anyone()),
            route(GET, "/api/front/dataset/export", anyone()),
            route(GET, "/api/v2/rest/dataset/export", anyone()),
            route(GET, "/api/v2/rest/dataset", anyone()),
            route(GET, "/api/v2/rest/dataset/{id}", anyone()),
            route(POST, "/api/v2/rest/dataset", holder(EDIT, Scope.REGISTER)),
            route(PUT, "/api/v2/rest/dataset/{id}", owner(EDIT, Scope.REGISTER)),
            route(DELETE, "/api/v2/rest/dataset/{id}", owner(EDIT, Scope.REGISTER)),
            route(GET, "/api/v2/rest/qc/{publisher}", anyone()),
            route(GET, "/api/v2/rest/quality_result/{id}", anyone()),

            // The state of the process. Endpoints of the framework, which are mapped apart.
            route(GET, "/actuator/health/**", anyone()),
            route(GET, "/actuator/**", holder(ADMINISTER_CATALOGUE, Scope.READ)),

            // The operator's commands.
            route(GET, "/operations/status", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(POST, "/operations/compact", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(POST, "/operations/carry-usage", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(POST, "/operations/simulate", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(POST, "/operations/adopt", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)),
            route(POST, "/operations/rotate-key", holder(ADMINISTER_CATALOGUE, Scope.ADMIN)));

    private Routes() {}

    private static Route route(HttpMethod method, String pattern, Access access) {
        return new Route(method, pattern, access);
    }

    /// Every line of the table.
    public static List<Route> all() {
        return ALL;
    }
}
