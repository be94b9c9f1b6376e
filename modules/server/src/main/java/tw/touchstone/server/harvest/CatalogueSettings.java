package tw.touchstone.server.harvest;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.touchstone.model.LangText;
import tw.touchstone.vocabulary.profile.CatalogRdf;

/// What the catalogue says of itself to other catalogues, from `touchstone.catalogue.*` settings.
///
/// @param licence of the metadata; by default the Open Government Data License
/// @param email   whom harvesters write to
@ConfigurationProperties("touchstone.catalogue")
public record CatalogueSettings(
        @DefaultValue("試金石開放資料目錄") String titleZh,
        @DefaultValue("Touchstone open data catalogue") String titleEn,
        @DefaultValue("各機關的開放資料，以及檢視其檔案所得的品質。") String descriptionZh,
        @DefaultValue("Open data of government agencies, judged by its bytes.") String descriptionEn,
        @DefaultValue("試金石") String publisherZh,
        @DefaultValue("Touchstone") String publisherEn,
        @DefaultValue("https://data.gov.tw/license") URI licence,
        @DefaultValue("catalogue@localhost.localdomain") String email) {

    public LangText title() {
        return LangText.of(titleZh, titleEn);
    }

    public LangText description() {
        return LangText.of(descriptionZh, descriptionEn);
    }

    public LangText publisher() {
        return LangText.of(publisherZh, publisherEn);
    }

    CatalogRdf.Description inRdf() {
        return new CatalogRdf.Description(title(), description(), publisher(), licence);
    }
}
