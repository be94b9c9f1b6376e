package tw.touchstone.server.http;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets pages of other sites read what everybody may read; they may send nothing and nobody is signed in by it.
@Configuration(proxyBeanMethods = false)
class CrossOrigin implements WebMvcConfigurer {

    private static final List<String> PUBLIC =
            List.of(
            "/api/**", "/datasets/**", "/distributions/**", "/catalog", "/catalog.*", "/data.json", "/openapi.json", "/feed.atom",
            "/agencies/*/feed.atom", "/themes/*/feed.atom", "/.well-known/void");

    /// What is asked by POST and changes nothing.
    private static final List<String> ASKED = List.of("/sparql", "/oai", "/api/3/action/*", "/api/action/*");

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        // The first that fits decides.
        ASKED.forEach(path -> open(registry, path, "GET", "HEAD", "OPTIONS", "POST"));
        PUBLIC.forEach(path -> open(registry, path, "GET", "HEAD", "OPTIONS"));
    }

    private static void open(CorsRegistry registry, String path, String... methods) {
        registry.addMapping(path)
                .allowedOrigins("*")
                .allowedMethods(methods)
                .allowedHeaders("*")
                .exposedHeaders(
                        "ETag",
                        "Content-Range",
                        "Accept-Ranges",
                        "Content-Disposition",
                        "Content-Location",
                        "Touchstone-Change-Number",
                        "Touchstone-Total-Rows",
                        "Total-Count",
                        "Link",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Retry-After")
                .allowCredentials(false);
    }
}
