package tw.touchstone.server.mcp;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may use the tools from a browser, from `touchstone.mcp.*` settings.
///
/// @param origins of pages elsewhere whose scripts may call `/mcp`, such as `http://localhost:6274`; the catalogue's own
///                origin may always, and programs that are no browser send none
@ConfigurationProperties("touchstone.mcp")
record McpSettings(@DefaultValue List<String> origins) {

    McpSettings {
        origins = List.copyOf(origins);
    }
}
