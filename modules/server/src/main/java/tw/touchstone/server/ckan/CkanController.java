package tw.touchstone.server.ckan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Iris;
import tw.touchstone.server.http.Streamed;

/// CKAN's action API, as far as it reads. (CKAN 2.11, "Action API reference")
///
/// Every action is called by GET or POST at either address and answers CKAN's envelope; so do its errors, with CKAN's
/// status
/// codes. An action that changes something is unknown here: datasets are changed by our own API.
@RestController
class CkanController {

    private static final int BUFFER = 32 << 10;

    private final Map<String, Action> actions;
    private final CallReader reader = new CallReader();
    private final JsonMapper json;
    private final Iris iris;

    CkanController(Catalog catalog, PackageActions packages, GroupActions groups, SiteActions site, JsonMapper json) {
        this.json = json;
        this.iris = catalog.settings().iris();
        var told = Stream.of(packages.actions(reader.json()), groups.actions(reader.json()), site.actions())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        told.add(new Action("help_show", "Tells what an action does. name: the action.", this::help));
        this.actions = told.stream()
                .collect(Collectors.toMap(Action::name, each -> each, (one, other) -> one, LinkedHashMap::new));
    }

    @GetMapping("/api/3")
    Map<String, Integer> version() {
        return Map.of("version", 3);
    }

    @GetMapping({"/api/3/action/{action}", "/api/action/{action}"})
    void get(@PathVariable String action, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(action, () -> reader.get(request), request, response);
    }

    @PostMapping({"/api/3/action/{action}", "/api/action/{action}"})
    void post(@PathVariable String action, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(action, () -> reader.post(request), request, response);
    }

    private interface Reading {
        Arguments read() throws IOException;
    }

    private void answer(String name, Reading arguments, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/json;charset=utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        Result result;
        try {
            var action = Optional.ofNullable(actions.get(name))
                    .orElseThrow(() -> Refusal.badRequest("Action name not known: " + name));
            result = action.call().apply(arguments.read());
        } catch (Refusal refusal) {
            refuse(name, refusal, response);
            return;
        }
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        Streamed.send(response, out -> write(name, result, out));
    }

    private void write(String name, Result result, OutputStream out) {
        // Closed only at the end: a generator that is closed by a failure would complete what must stay incomplete.
        var body = json.createGenerator(new BufferedOutputStream(out, BUFFER));
        body.writeStartObject();
        body.writeStringProperty("help", helpAddress(name));
        body.writeBooleanProperty("success", true);
        body.writeName("result");
        result.write(body);
        body.writeEndObject();
        body.flush();
    }

    private void refuse(String name, Refusal refusal, HttpServletResponse response) throws IOException {
        Object body = refusal.error();
        if (refusal.enveloped()) {
            var envelope = new LinkedHashMap<String, Object>();
            envelope.put("help", helpAddress(name));
            envelope.put("error", refusal.error());
            envelope.put("success", false);
            body = envelope;
        }
        response.setStatus(refusal.status());
        if (refusal.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        }
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private String helpAddress(String action) {
        return iris.base() + "api/3/action/help_show?name=" + action;
    }

    private Result help(Arguments arguments) {
        var name = arguments.required("name");
        return Optional.ofNullable(actions.get(name))
                .map(action -> Result.of(action.help()))
                .orElseThrow(() -> Refusal.notFound("Action"));
    }
}
