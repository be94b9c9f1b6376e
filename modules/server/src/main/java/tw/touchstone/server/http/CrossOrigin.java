package tw.touchstone.server.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets pages of other sites read what everybody may read; they may send nothing and nobody is signed in by it.
@Configuration(proxyBeanMethods = false)
class CrossOrigin implements WebMvcConfigurer {

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        for (var path : new String[] {"/api/**", "/datasets/**", "/distributions/**"}) {
            registry.addMapping(path)
                    .allowedOrigins("*")
                    .allowedMethods("GET", "HEAD", "OPTIONS")
                    .allowedHeaders("*")
                    .exposedHeaders("ETag", "Content-Range", "Accept-Ranges", "Content-Disposition", "Content-Location")
                    .allowCredentials(false);
        }
    }
}
