package tw.touchstone.server.oai;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The repository's address. Errors of the protocol are answers of the protocol, with status 200. (OAI-PMH 2.0, section 3)
@RestController
class OaiController {

    private final Repository repository;

    OaiController(Repository repository) {
        this.repository = repository;
    }

    @GetMapping("/oai")
    ResponseEntity<String> get(HttpServletRequest request) {
        return answer(request);
    }

    @PostMapping("/oai")
    ResponseEntity<String> post(HttpServletRequest request) {
        return answer(request);
    }

    private ResponseEntity<String> answer(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/xml;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(repository.answer(() -> arguments(request)));
    }

    private static Map<String, String> arguments(HttpServletRequest request) {
        Map<String, String[]> given;
        try {
            given = request.getParameterMap();
        } catch (IllegalStateException undecodable) {
            throw new OaiError(OaiError.Code.badArgument, "the arguments are not percent-encoded UTF-8");
        }
        var arguments = new TreeMap<String, String>();
        given.forEach((name, values) -> {
            if (values.length > 1) {
                throw new OaiError(
                        name.equals("verb") ? OaiError.Code.badVerb : OaiError.Code.badArgument, name + " is given twice");
            }
            arguments.put(name, values[0]);
        });
        return arguments;
    }
}
