package tw.touchstone.server.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.versions.MetadataDifference;
import tw.touchstone.catalog.versions.MetadataVersion;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Link;

/// Makes the page of a dataset's versions.
@Component
class VersionsViews {

    private final Catalog catalog;

    VersionsViews(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Two versions and what lies between them.
    record Compared(MetadataVersion from, MetadataVersion to, MetadataDifference difference) {}

    /// @param versions oldest first
    VersionsView of(DatasetId id, List<MetadataVersion> versions, Optional<Compared> compared, Locale locale) {
        var language = Language.of(locale);
        var page = "/datasets/" + id + "/versions";
        var dataset = catalog.store().dataset(id);
        return new VersionsView(
                new Link(dataset.map(each -> each.title().best(language)).orElse(id.value()), "/datasets/" + id),
                lines(page, versions),
                compared.map(each -> changes(each.difference())).orElse(List.of()),
                compared.isPresent(),
                compared.map(each -> each.from().digest().hex()).orElse(""),
                compared.map(each -> each.to().digest().hex()).orElse(""),
                dataset.map(each -> files(each, language)).orElse(List.of()));
    }

    private static List<VersionsView.Line> lines(String page, List<MetadataVersion> versions) {
        var lines = new ArrayList<VersionsView.Line>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            var digest = versions.get(i).digest().hex();
            var since = i == 0
                    ? ""
                    : page + "?from=" + versions.get(i - 1).digest().hex() + "&to=" + digest + "#changes";
            lines.add(new VersionsView.Line(
                    digest,
                    Figures.minute(versions.get(i).from()),
                    versions.get(i).until().map(Figures::minute).orElse(""),
                    page + "/" + digest,
                    since));
        }
        return lines;
    }

    private static List<VersionsView.Change> changes(MetadataDifference difference) {
        return difference.changes().stream()
                .map(each -> new VersionsView.Change(
                        each.place(), each.before().orElse(""), each.after().orElse("")))
                .toList();
    }

    private static List<Link> files(Dataset dataset, String language) {
        return dataset.distributions().stream()
                .filter(each -> each.checksum().isPresent())
                .map(each -> new Link(
                        each.title().isEmpty() ? each.id().toString() : each.title().best(language),
                        "/distributions/" + each.id() + "/versions"))
                .toList();
    }
}
