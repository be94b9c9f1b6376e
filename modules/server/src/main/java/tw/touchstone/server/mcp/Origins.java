package tw.touchstone.server.mcp;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tw.touchstone.catalog.Catalog;

/// From which pages a browser may call the tools.
///
/// A page of a stranger can point its own name at this machine and then ask as if from here; its `Origin` gives it away.
/// (MCP 2025-11-25, transports, security warning)
@Component
class Origins implements WebMvcConfigurer {

    private final Set<String> allowed = new HashSet<>();

    Origins(Catalog catalog, McpSettings settings) {
        allowed.add(origin(catalog.settings().iris().base()));
        settings.origins().forEach(each -> allowed.add(each.toLowerCase(Locale.ROOT)));
    }

    private static String origin(URI base) {
        return (base.getScheme() + "://" + base.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    /// Whether a request with this `Origin` may go on.
    boolean allow(String origin) {
        return allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/mcp")
                .allowedOrigins(allowed.toArray(String[]::new))
                .allowedMethods("POST")
                .allowedHeaders("*")
                .exposedHeaders("RateLimit", "RateLimit-Policy", "Retry-After", "WWW-Authenticate")
                .allowCredentials(false);
    }
}
