package tw.touchstone.server.sparql;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.querying.Queries;
import tw.touchstone.catalog.querying.QueryLimits;

/// Sets up the queries.
@Configuration(proxyBeanMethods = false)
class SparqlConfiguration {

    @Bean
    QueryLimits queryLimits() {
        return QueryLimits.STANDARD;
    }

    @Bean(destroyMethod = "close")
    Queries queries(Catalog catalog, QueryLimits limits) {
        return new Queries(catalog.store(), catalog.settings().iris(), limits);
    }
}
