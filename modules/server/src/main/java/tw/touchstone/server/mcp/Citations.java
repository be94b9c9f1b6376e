package tw.touchstone.server.mcp;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.server.harvest.CatalogueSettings;
import tw.touchstone.server.layout.Names;

/// How a dataset is cited: as its agency wants it where it says so, else agency, year, title, catalogue and address. Of one
/// file the digest of its bytes is part of it, so that a reader can tell whether they have changed since.
@Component
class Citations {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final Iris iris;
    private final Names names;
    private final CatalogueSettings catalogue;
    private final Clock clock;

    Citations(Catalog catalog, Names names, CatalogueSettings catalogue, Clock clock) {
        this.iris = catalog.settings().iris();
        this.names = names;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// In words, in Chinese and English.
    ///
    /// @param sha256 of the file that was used
    Map<String, String> words(Dataset dataset, Optional<String> sha256) {
        var wanted = dataset.provenance().orElse(Provenance.NONE).citation();
        var iri = iris.dataset(dataset.id());
        var words = new TreeMap<String, String>();
        words.put(
                LangText.ZH,
                (wanted.isEmpty()
                                ? "%s（%s）。%s〔資料集〕。%s。%s".formatted(
                                        agency(dataset, LangText.ZH),
                                        year(dataset).map(String::valueOf).orElse("無日期"),
                                        dataset.title().best(LangText.ZH),
                                        catalogue.title().best(LangText.ZH),
                                        iri)
                                : "%s %s".formatted(wanted.best(LangText.ZH), iri))
                        + sha256.map(each -> "，檔案 SHA-256 " + each).orElse("") + "，" + today() + " 取用");
        words.put(
                LangText.EN,
                (wanted.isEmpty()
                                ? "%s (%s). %s [Data set]. %s. %s".formatted(
                                        agency(dataset, LangText.EN),
                                        year(dataset).map(String::valueOf).orElse("n.d."),
                                        dataset.title().best(LangText.EN),
                                        catalogue.title().best(LangText.EN),
                                        iri)
                                : "%s %s".formatted(wanted.best(LangText.EN), iri))
                        + sha256.map(each -> " File SHA-256 " + each + ".").orElse("") + " Accessed " + today() + ".");
        return words;
    }

    /// As an entry of a BibTeX file.
    String bibtex(Dataset dataset, Optional<String> sha256, String language) {
        var entry = new LinkedHashMap<String, String>();
        entry.put("author", "{" + escaped(agency(dataset, language)) + "}");
        entry.put("title", "{" + escaped(dataset.title().best(language)) + "}");
        year(dataset).ifPresent(year -> entry.put("year", String.valueOf(year)));
        entry.put("publisher", "{" + escaped(catalogue.title().best(language)) + "}");
        entry.put("url", iris.dataset(dataset.id()).toString());
        entry.put("urldate", today().toString());
        sha256.ifPresent(each -> entry.put("note", "SHA-256 " + each));
        var text = new StringBuilder("@misc{").append(dataset.id().value());
        entry.forEach((name, value) -> text.append(",\n  ").append(name).append(" = {").append(value).append("}"));
        return text.append("\n}").toString();
    }

    /// As an item for citation processors. (CSL-JSON 1.0)
    Map<String, Object> csl(Dataset dataset, Optional<String> sha256, String language) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", dataset.id().value());
        item.put("type", "dataset");
        item.put("title", dataset.title().best(language));
        item.put("author", List.of(Map.of("literal", agency(dataset, language))));
        item.put("publisher", catalogue.title().best(language));
        day(dataset).ifPresent(day -> item.put("issued", date(day)));
        item.put("URL", iris.dataset(dataset.id()).toString());
        item.put("accessed", date(today()));
        sha256.ifPresent(each -> item.put("note", "SHA-256 " + each));
        return item;
    }

    /// The day on which the address was there.
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TAIPEI);
    }

    private String agency(Dataset dataset, String language) {
        return dataset.publisher()
                .map(each -> names.agencyName(each.value()).best(language))
                .orElse(catalogue.publisher().best(language));
    }

    private static Optional<Integer> year(Dataset dataset) {
        return day(dataset).map(LocalDate::getYear);
    }

    private static Optional<LocalDate> day(Dataset dataset) {
        Optional<Instant> said = dataset.modified().or(dataset::issued).or(dataset::registered);
        return said.map(each -> LocalDate.ofInstant(each, TAIPEI));
    }

    private static Map<String, Object> date(LocalDate day) {
        return Map.of("date-parts", List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
    }

    /// The signs that mean something to TeX.
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '{', '}', '%', '&', '$', '#', '_' -> escaped.append('\\').appendCodePoint(sign);
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '\n', '\r' -> escaped.append(' ');
                default -> escaped.appendCodePoint(sign);
            }
        });
        return escaped.toString();
    }
}
