package tw.touchstone.server.ckan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.server.harvest.CatalogueSettings;
import tw.touchstone.server.layout.Names;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;

/// The actions about the catalogue as a whole.
@Component
class SiteActions {

    /// Of CKAN's API that is answered here; clients decide by it what they may ask.
    private static final String CKAN_VERSION = "2.11.0";

    private final Iris iris;
    private final CatalogueSettings settings;
    private final Vocabularies vocabularies;

    SiteActions(Catalog catalog, CatalogueSettings settings) {
        this.iris = catalog.settings().iris();
        this.vocabularies = catalog.vocabularies();
        this.settings = settings;
    }

    List<Action> actions() {
        return List.of(
                new Action("status_show", "Shows what answers here. Takes nothing.", arguments -> Result.of(status())),
                new Action(
                        "site_read",
                        "Whether the catalogue may be read, which it may. Takes nothing.",
                        arguments -> Result.of(true)),
                new Action("license_list", "Lists the licences. Takes nothing.", arguments -> Result.of(licences())));
    }

    private Map<String, @Nullable Object> status() {
        var status = new LinkedHashMap<String, @Nullable Object>();
        status.put("ckan_version", CKAN_VERSION);
        status.put("site_url", iris.base().toString());
        status.put("site_title", settings.title().best(LangText.ZH));
        status.put("site_description", settings.description().best(LangText.ZH));
        status.put("error_emails_to", null);
        status.put("locale_default", "zh_Hant_TW");
        status.put("extensions", List.of());
        return status;
    }

    private List<Map<String, Object>> licences() {
        return Names.inOrder(vocabularies.licences()).stream()
                .map(SiteActions::licence)
                .toList();
    }

    private static Map<String, Object> licence(Concept licence) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", licence.notation());
        shown.put("title", licence.label().best(LangText.ZH));
        shown.put("url", licence.iri().toString());
        shown.put("status", "active");
        shown.put("od_conformance", licence.is("openLicence") ? "approved" : "not reviewed");
        return shown;
    }
}
