package tw.touchstone.server.layout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts language and frame around every page.
@Configuration(proxyBeanMethods = false)
class LayoutConfiguration implements WebMvcConfigurer {

    private final ReaderLanguage language = new ReaderLanguage();

    @Bean
    LocaleResolver localeResolver() {
        return language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language);
        registry.addInterceptor(new FrameInterceptor(language));
    }
}
