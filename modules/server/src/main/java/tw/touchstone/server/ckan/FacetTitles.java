package tw.touchstone.server.ckan;

import java.util.Locale;
import tw.touchstone.model.LangText;
import tw.touchstone.search.Facet;
import tw.touchstone.server.layout.Names;

/// What the values of facets are called in CKAN, and by people.
final class FacetTitles {

    private final Names names;

    FacetTitles(Names names) {
        this.names = names;
    }

    /// The value as a filter takes it.
    static String name(String field, String value) {
        return SolrFields.facet(field).filter(Facet.FORMAT::equals).isPresent()
                ? value.toUpperCase(Locale.ROOT)
                : value;
    }

    String title(String field, String value) {
        return SolrFields.facet(field)
                .map(facet -> switch (facet) {
                    case AGENCY -> names.agencyName(value).best(LangText.ZH);
                    case THEME -> names.themeName(value, LangText.ZH);
                    case FORMAT -> names.formatName(value);
                    case LABEL -> names.labelName(value, LangText.ZH);
                    case GRADE -> names.gradeName(value, LangText.ZH);
                    case LICENCE -> names.licenceName(value, LangText.ZH);
                })
                .orElse(value);
    }
}
