package tw.touchstone.server.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Policy;
import tw.touchstone.search.Facet;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;

/// What people call the values of facets, in all languages.
final class FacetLabels {

    private static final Duration AGENCY_NAMES_MAY_BE_OLD = Duration.ofMinutes(1);

    private final Vocabularies vocabularies;
    private final Policy grades;
    private final LoadingCache<String, LangText> agencies;

    FacetLabels(Catalog catalog) {
        this.vocabularies = catalog.vocabularies();
        this.grades = SearchParameters.grades(catalog);
        this.agencies = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(AGENCY_NAMES_MAY_BE_OLD)
                .build(slug -> catalog.store()
                        .agency(new AgencyId(slug))
                        .map(Agency::name)
                        .orElse(LangText.NONE));
    }

    /// Empty where the value has no name but itself.
    Map<String, String> label(Facet facet, String value) {
        var label =
                switch (facet) {
                    case AGENCY -> agencies.get(value);
                    case THEME -> theme(value);
                    case FORMAT -> FileFormat.ofCode(value).map(each -> LangText.of(each.display(), each.display())).orElse(LangText.NONE);
                    case GRADE -> grade(value);
                    case LABEL -> Label.ofCode(value).map(Label::displayName).orElse(LangText.NONE);
                    case LICENCE -> label(vocabularies.licences().byNotation(value));
                };
        return label.byLanguage();
    }

    private LangText grade(String code) {
        return grades.title(code).orElse(LangText.NONE);
    }

    private LangText theme(String notation) {
        return label(vocabularies
                .themes()
                .byNotation(notation)
                .or(() -> vocabularies.services().byNotation(notation)));
    }

    private static LangText label(Optional<Concept> concept) {
        return concept.map(Concept::label).orElse(LangText.NONE);
    }
}
