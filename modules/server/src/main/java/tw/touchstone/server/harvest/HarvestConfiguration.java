package tw.touchstone.server.harvest;

import java.net.URI;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;
import tw.touchstone.server.layout.Names;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.profile.EuropeanTerms;

/// The parts that several ways of harvesting share.
@Configuration(proxyBeanMethods = false)
class HarvestConfiguration {

    @Bean
    Listing listing(Catalog catalog) {
        return new Listing(catalog.store());
    }

    @Bean
    Labels labels(Names names) {
        return new Labels() {
            @Override
            public LangText agency(AgencyId id) {
                return names.agencyName(id.value());
            }

            @Override
            public Optional<LangText> theme(URI theme) {
                return names.theme(theme).map(Concept::label);
            }
        };
    }

    @Bean
    EuropeanTerms europeanTerms() {
        return EuropeanTerms.load();
    }
}
