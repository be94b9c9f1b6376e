package tw.touchstone.vocabulary;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;

/// Reads the free texts of the national portal and of older lists as terms of the vocabularies.
///
/// Every method answers empty for a text it does not know; the caller keeps the text verbatim. Thread-safe.
public final class NationalTerms {

    private final Vocabularies vocabularies;

    public NationalTerms(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /// 更新頻率: `每1日`, `每日`, `每季`, `即時`, `每10分鐘`, `不定期更新`, `{"Frequency":"1","unittime":"日"}`, a code or an IRI.
    public Optional<Frequency> frequency(String text) {
        return vocabularies
                .frequencies()
                .match(text)
                .map(Concept::notation)
                .flatMap(Frequency::parse)
                .or(() -> Frequency.parse(text.strip()))
                .or(() -> FrequencyText.read(text));
    }

    /// 授權方式, for example `政府資料開放授權條款－第1版` or `CC BY 4.0`: the IRI of our licence list.
    public Optional<URI> licence(String text) {
        return term(vocabularies.licences(), text);
    }

    /// 檔案格式, for example `CSV`, `.csv`, `text/csv`, `JPG` or `WEBSERVICES`; empty for `BIN` and `其他`.
    public Optional<FileFormat> format(String text) {
        return vocabularies
                .fileTypes()
                .match(text)
                .map(Concept::notation)
                .flatMap(FileFormat::ofCode)
                .or(() -> ofMediaType(text))
                .filter(format -> format != FileFormat.UNKNOWN);
    }

    /// 服務分類 by code or name: the IRI of a service class.
    public Optional<URI> service(String text) {
        return term(vocabularies.services(), text);
    }

    /// 高應用價值主題 by code or name: the IRI of a theme or sub-theme.
    public Optional<URI> theme(String text) {
        return term(vocabularies.themes(), text);
    }

    /// 空間範圍 by code or name, for example `臺灣` or `台北市`: the IRI of an area.
    public Optional<URI> area(String text) {
        return term(vocabularies.areas(), text);
    }

    /// 主要欄位說明: names separated by `、`, `,`, `;`, their full-width forms or line ends, each with an optional
    /// description in brackets, which may itself hold separators and brackets: `RecTime(時間,當地)、RainFall`.
    ///
    /// A bracket without its partner is an ordinary character. Linear in the length of the text; never throws.
    public List<FieldDescription> fields(String text) {
        return FieldList.read(text);
    }

    private static Optional<URI> term(Scheme scheme, String text) {
        return scheme.match(text).or(() -> Iri.of(text).flatMap(scheme::byIri)).map(Concept::iri);
    }

    private static Optional<FileFormat> ofMediaType(String text) {
        int parameters = text.indexOf(';');
        var type = (parameters < 0 ? text : text.substring(0, parameters)).strip();
        return Arrays.stream(FileFormat.values())
                .filter(format -> format.mediaType().equalsIgnoreCase(type))
                .findFirst();
    }
}
