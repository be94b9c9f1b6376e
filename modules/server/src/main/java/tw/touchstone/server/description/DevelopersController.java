package tw.touchstone.server.description;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.RateLimitSettings;

/// The page for developers: every operation of the description with what it does, how often one may ask, and how
/// long what is here stays.
@PageController
class DevelopersController {

    private final RateLimitSettings limits;
    private final List<Operation> operations;

    DevelopersController(RateLimitSettings limits) {
        this.limits = limits;
        this.operations = operations(JsonMapper.builder().build().readTree(DescriptionController.document()));
    }

    /// One operation.
    ///
    /// @param group   to which part of the interfaces it belongs; its heading is a message
    /// @param summary in English, as in the description
    record Operation(String method, String path, String group, String summary) {}

    private static List<Operation> operations(JsonNode description) {
        return description.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(each -> each.getValue().has("operationId"))
                        .map(each -> new Operation(
                                each.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                each.getValue().at("/tags/0").asString(),
                                each.getValue().get("summary").asString())))
                .toList();
    }

    @GetMapping(path = "/developers", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView developers() {
        var page = new ModelAndView("description/developers");
        page.addObject("groups", operations.stream().map(Operation::group).distinct().toList());
        page.addObject("operations", operations);
        page.addObject("limited", limits.enabled());
        page.addObject("perAddress", limits.address());
        page.addObject("perToken", limits.token());
        page.addObject("window", limits.window().toSeconds());
        return page;
    }
}
