package tw.touchstone.server.mcp;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.signin.SignedIn;

/// Says how to cite a dataset, or one file of it.
@Component
class CiteTool implements CatalogueTool {

    private static final int MOST_FILES = 100;

    private final PublishedDatasets published;
    private final Citations citations;
    private final Sources sources;

    CiteTool(PublishedDatasets published, Citations citations, Sources sources) {
        this.published = published;
        this.citations = citations;
        this.sources = sources;
    }

    /// A citation in several forms.
    ///
    /// @param bibtex   an entry of a BibTeX file
    /// @param csl      an item of CSL-JSON
    /// @param accessed the day that they say
    record Cited(Map<String, String> text, String bibtex, Map<String, Object> csl, LocalDate accessed, Source source) {}

    @Override
    public String name() {
        return "cite";
    }

    @Override
    public String title() {
        return "Cite";
    }

    @Override
    public String description() {
        return "How to cite a dataset, or one distribution with the SHA-256 of its bytes: in words, BibTeX and CSL-JSON, with the licence.";
    }

    @Override
    public Inputs inputs() {
        return Inputs.none()
                .required("id", "identifier of a dataset or of a distribution")
                .oneOf(
                        "language",
                        List.of(LangText.ZH, LangText.EN),
                        "of BibTeX and CSL-JSON; " + LangText.ZH + " where it is left out");
    }

    @Override
    public Class<? extends Record> output() {
        return Cited.class;
    }

    private record Meant(Dataset dataset, Optional<Distribution> distribution) {}

    @Override
    public Answer call(Arguments arguments, Optional<SignedIn> who) {
        var meant = meant(arguments.required("id"));
        var language = arguments.text("language").orElse(LangText.ZH);
        var source = meant.distribution()
                .map(each -> sources.of(meant.dataset(), each))
                .orElseGet(() -> sources.of(meant.dataset(), MOST_FILES));
        var sha256 = meant.distribution().flatMap(sources::snapshot).map(Source.Snapshot::sha256);
        return new Answer(
                source.citation().getOrDefault(language, source.iri()),
                new Cited(
                        source.citation(),
                        citations.bibtex(meant.dataset(), sha256, language),
                        citations.csl(meant.dataset(), sha256, language),
                        citations.today(),
                        source));
    }

    /// A dataset may have an identifier that a distribution of another could have.
    private Meant meant(String id) {
        var distribution = DistributionId.parse(id);
        try {
            return new Meant(published.current(id).dataset(), Optional.empty());
        } catch (Problem noDataset) {
            if (distribution.isEmpty()) {
                throw noDataset;
            }
            var dataset = published.current(distribution.get().dataset().value()).dataset();
            return new Meant(dataset, Optional.of(dataset.distribution(distribution.get()).orElseThrow(() -> noDataset)));
        }
    }
}
