package tw.touchstone.server.rows;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.server.http.Parameters;

/// What stands in the columns of a distribution, as the facts about its file say: also of files that are not kept here but
/// were seen.
@RestController
class ProfileController {

    private final KeptTables tables;
    private final Profiles profiles;

    ProfileController(KeptTables tables, Profiles profiles) {
        this.tables = tables;
        this.profiles = profiles;
    }

    @GetMapping(path = "/distributions/{id}/profile", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Profiles.Profile> profile(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(profiles.of(tables.distribution(id).distribution()));
    }
}
