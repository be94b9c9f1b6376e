package tw.touchstone.server.start;

import java.net.URI;
import java.time.Clock;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.CatalogSettings;
import tw.touchstone.catalog.Home;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.ApiTokens;
import tw.touchstone.model.Iris;

/// Opens the catalogue when the application starts and closes it when it ends.
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    Catalog catalog(ServerSettings settings, MailServerSettings mail, ServerProperties server, Clock clock) {
        var usual = CatalogSettings.of(settings.home(), new Iris(base(settings, server)));
        var wanted = new CatalogSettings(
                usual.home(),
                usual.iris(),
                settings.uploadLimit().toBytes(),
                settings.links(),
                usual.jobThreads(),
                usual.drain(),
                mail.server(),
                settings.signingKeysFile());
        return switch (Catalog.open(wanted, clock)) {
            case CatalogOpening.Opened opened -> opened.catalog();
            case CatalogOpening.HomeInUse inUse -> throw new HomeInUse(inUse.home());
            case CatalogOpening.OtherBase other -> throw new OtherBase(other.home(), other.recorded());
        };
    }

    private static URI base(ServerSettings settings, ServerProperties server) {
        var port = server.getPort();
        // Port 0 means any free one, which is known only after the store is open and no name for anything.
        return settings.baseIri()
                .or(() -> new Home(settings.home()).recordedBase())
                .orElseGet(() -> port == null || port == 0
                        ? Iris.LOCAL.base()
                        : URI.create("http://localhost:" + port + "/"));
    }

    @Bean
    Accounts accounts(Catalog catalog) {
        return catalog.members().accounts();
    }

    @Bean
    ApiTokens apiTokens(Catalog catalog) {
        return catalog.members().tokens();
    }
}
