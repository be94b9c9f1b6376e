package tw.touchstone.exchange.discovery;

import java.net.URI;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;

/// A dataset in simple Dublin Core. (OAI-PMH 2.0, section 5: `oai_dc`)
public final class DublinCore {

    private DublinCore() {}

    /// Writes the `oai_dc:dc` element.
    public static void write(Dataset dataset, Iris iris, Labels labels, Xml out) {
        out.open(
                "oai_dc:dc",
                "xmlns:oai_dc",
                "http://www.openarchives.org/OAI/2.0/oai_dc/",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
        texts("dc:title", dataset.title(), out);
        dataset.publisher().map(labels::agency).ifPresent(name -> {
            texts("dc:creator", name, out);
            texts("dc:publisher", name, out);
        });
        dataset.keywords().forEach(keyword -> out.text("dc:subject", keyword));
        dataset.themes().forEach(theme -> labels.theme(theme).ifPresent(name -> texts("dc:subject", name, out)));
        texts("dc:description", dataset.description(), out);
        dataset.issued().ifPresent(at -> out.text("dc:date", at.toString()));
        dataset.modified().ifPresent(at -> out.text("dc:date", at.toString()));
        out.text("dc:type", "Dataset");
        dataset.distributions().stream()
                .flatMap(each -> each.format().map(FileFormat::mediaType).stream())
                .distinct()
                .forEach(type -> out.text("dc:format", type));
        out.text("dc:identifier", iris.dataset(dataset.id()).toString());
        dataset.landingPage().ifPresent(page -> out.text("dc:relation", page.toString()));
        dataset.language().forEach(tag -> out.text("dc:language", tag));
        dataset.spatial().forEach(area -> out.text("dc:coverage", area.toString()));
        dataset.distributions().stream()
                .flatMap(each -> each.licence().map(URI::toString).stream())
                .distinct()
                .forEach(licence -> out.text("dc:rights", licence));
        dataset.distributions().stream()
                .flatMap(each -> each.url().map(URI::toString).stream())
                .forEach(address -> out.text("dc:source", address));
        out.close();
    }

    private static void texts(String name, LangText text, Xml out) {
        text.byLanguage().forEach((tag, value) -> out.text(name, value, "xml:lang", tag));
    }
}
