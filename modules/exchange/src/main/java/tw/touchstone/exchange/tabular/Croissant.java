package tw.touchstone.exchange.tabular;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.model.Agent;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Period;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;

/// A dataset as machine-learning tools load it. (Croissant 1.1 and Croissant-RAI 1.0)
///
/// Each table is a RecordSet over a Parquet of ours, so that it loads whatever the file was; the file as it was published
/// stands beside it, with its digest. What the specification requires and is not stated is answered as missing, since most
/// readers do not check.
public final class Croissant {

    /// With the profile of this version. (Croissant 1.1)
    public static final String MEDIA_TYPE = "application/ld+json; profile=\"http://mlcommons.org/croissant/1.1\"";

    private static final List<String> CONFORMS =
            List.of("http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0");
    private static final String PARQUET = "application/vnd.apache.parquet";

    private final Iris iris;
    private final Labels labels;

    public Croissant(Iris iris, Labels labels) {
        this.iris = iris;
        this.labels = labels;
    }

    /// What became of it.
    public sealed interface Described {
        /// A JSON-LD document.
        record Document(Map<String, Object> document) implements Described {
            public Document {
                document = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(document));
            }
        }

        /// The dataset lacks what the specification requires.
        ///
        /// @param properties required and not stated
        record Missing(List<String> properties) implements Described {
            public Missing {
                properties = List.copyOf(properties);
            }
        }
    }

    /// Describes a dataset.
    ///
    /// @param tables those whose rows can be read
    public Described describe(Dataset dataset, List<DescribedTable> tables) {
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", context(dataset));
        document.put("@type", "sc:Dataset");
        document.put("@id", iris.dataset(dataset.id()).toString());
        document.put("conformsTo", CONFORMS);
        required(dataset, document);
        var missing = List.of("name", "description", "license", "url", "creator", "datePublished").stream()
                .filter(property -> !document.containsKey(property))
                .toList();
        if (!missing.isEmpty()) {
            return new Described.Missing(missing);
        }
        recommended(dataset, document);
        responsible(dataset, document);
        document.put("distribution", files(dataset, tables));
        document.put("recordSet", tables.stream().map(Croissant::recordSet).toList());
        return new Described.Document(document);
    }

    private void required(Dataset dataset, Map<String, Object> document) {
        text(document, "name", dataset.title());
        text(document, "description", dataset.description());
        var licences = dataset.distributions().stream()
                .flatMap(each -> each.licence().stream())
                .map(URI::toString)
                .distinct()
                .toList();
        if (!licences.isEmpty()) {
            document.put("license", licences.size() == 1 ? licences.getFirst() : licences);
        }
        document.put("url", iris.dataset(dataset.id()).toString());
        creator(dataset).ifPresent(creator -> document.put("creator", creator));
        dataset.issued()
                .or(dataset::registered)
                .ifPresent(at -> document.put("datePublished", day(at)));
    }

    private Optional<Map<String, Object>> creator(Dataset dataset) {
        return dataset.provenance()
                .flatMap(Provenance::creator)
                .map(agent -> switch (agent) {
                    case Agent.Listed(var agency) -> organisation(labels.agency(agency), Optional.of(iris.agency(agency)));
                    case Agent.Named(var name) -> organisation(name, Optional.empty());
                })
                .or(() -> publisher(dataset));
    }

    private Optional<Map<String, Object>> publisher(Dataset dataset) {
        return dataset.publisher().map(agency -> organisation(labels.agency(agency), Optional.of(iris.agency(agency))));
    }

    private static Map<String, Object> organisation(LangText name, Optional<URI> iri) {
        var organisation = new LinkedHashMap<String, Object>();
        organisation.put("@type", "sc:Organization");
        iri.ifPresent(each -> organisation.put("@id", each.toString()));
        organisation.put("name", name.best(LangText.ZH));
        iri.ifPresent(each -> organisation.put("url", each.toString()));
        return organisation;
    }

    private void recommended(Dataset dataset, Map<String, Object> document) {
        publisher(dataset).ifPresent(publisher -> document.put("publisher", publisher));
        if (!dataset.keywords().isEmpty()) {
            document.put("keywords", dataset.keywords());
        }
        if (!dataset.language().isEmpty()) {
            document.put("inLanguage", dataset.language());
        }
        dataset.modified().ifPresent(at -> document.put("dateModified", day(at)));
        dataset.temporal().ifPresent(period -> document.put("temporalCoverage", interval(period)));
        if (!dataset.spatial().isEmpty()) {
            document.put("spatialCoverage", dataset.spatial().stream().map(URI::toString).toList());
        }
        dataset.landingPage().ifPresent(page -> document.put("sameAs", page.toString()));
        dataset.release().flatMap(Release::version).ifPresent(version -> document.put("version", version));
        if (dataset.release().filter(Release::live).isPresent()) {
            document.put("isLiveDataset", true);
        }
        document.put("citeAs", citation(dataset));
    }

    private String citation(Dataset dataset) {
        var stated = dataset.provenance().map(Provenance::citation).orElse(LangText.NONE);
        if (!stated.isEmpty()) {
            return stated.best(LangText.ZH);
        }
        var year = dataset.issued().or(dataset::registered).map(at -> day(at).substring(0, 4)).orElse("");
        var author = dataset.publisher().map(agency -> labels.agency(agency).best(LangText.ZH)).orElse("");
        return "@misc{%s, author={%s}, title={%s}, year={%s}, url={%s}}"
                .formatted(
                        dataset.id().value(),
                        braceless(author),
                        braceless(dataset.title().best(LangText.ZH)),
                        year,
                        iris.dataset(dataset.id()));
    }

    private static String braceless(String text) {
        return text.replace('{', '(').replace('}', ')');
    }

    /// What is stated about how the data came about and what it must not be trusted with. (Croissant-RAI 1.0)
    private static void responsible(Dataset dataset, Map<String, Object> document) {
        var collection = dataset.collection().orElse(DataCollection.NONE);
        text(document, "rai:dataCollection", collection.method());
        if (!collection.types().isEmpty()) {
            document.put("rai:dataCollectionType", collection.types().stream().map(URI::toString).toList());
        }
        collection.timeframe().ifPresent(period -> document.put(
                "rai:dataCollectionTimeframe",
                List.of(period.start(), period.end()).stream().flatMap(Optional::stream).map(LocalDate::toString).toList()));
        text(document, "rai:dataCollectionMissingData", collection.missingData());
        text(document, "rai:dataPreprocessingProtocol", collection.preprocessing());
        text(document, "rai:dataManipulationProtocol", collection.manipulation());
        text(document, "rai:dataImputationProtocol", collection.imputation());
        dataset.provenance().map(Provenance::derivedFrom).filter(sources -> !sources.isEmpty()).ifPresent(sources -> {
            document.put("rai:dataCollectionRawData", String.join(" ", sources.stream().map(URI::toString).toList()));
            document.put("prov:wasDerivedFrom", sources.stream().map(each -> Map.of("@id", each.toString())).toList());
        });
        var limits = dataset.limits().orElse(Limits.NONE);
        text(document, "rai:dataBiases", limits.biases());
        text(document, "rai:dataLimitations", limits.limitations());
        text(document, "rai:dataUseCases", limits.useCases());
        text(document, "rai:dataSocialImpact", limits.socialImpact());
        text(document, "rai:personalSensitiveInformation", limits.personalData());
        text(document, "rai:dataReleaseMaintenancePlan", dataset.release().map(Release::maintenance).orElse(LangText.NONE));
    }

    private static void text(Map<String, Object> document, String property, LangText text) {
        var best = text.best(LangText.ZH).strip();
        if (!best.isEmpty()) {
            document.put(property, best);
        }
    }

    private List<Map<String, Object>> files(Dataset dataset, List<DescribedTable> tables) {
        var files = new ArrayList<Map<String, Object>>();
        var kept = tables.stream().map(DescribedTable::distribution).distinct().toList();
        dataset.distributions().stream().filter(kept::contains).forEach(each -> files.add(file(each)));
        tables.forEach(each -> files.add(file(each)));
        return files;
    }

    private Map<String, Object> file(Distribution distribution) {
        var file = new LinkedHashMap<String, Object>();
        file.put("@type", "cr:FileObject");
        file.put("@id", "distribution-" + distribution.id().number());
        file.put("name", "distribution-" + distribution.id().number());
        text(file, "description", distribution.title());
        file.put("contentUrl", iris.download(distribution.id()).toString());
        distribution.byteSize().ifPresent(size -> file.put("contentSize", size + " B"));
        file.put(
                "encodingFormat",
                distribution.mediaType().or(() -> distribution.format().map(FileFormat::mediaType)).orElse("application/octet-stream"));
        distribution.checksum().ifPresent(digest -> file.put("sha256", digest.hex()));
        return file;
    }

    private static Map<String, Object> file(DescribedTable table) {
        var file = new LinkedHashMap<String, Object>();
        file.put("@type", "cr:FileObject");
        file.put("@id", table.identifier() + ".parquet");
        file.put("name", table.identifier() + ".parquet");
        file.put("contentUrl", table.parquet().toString());
        file.put("contentSize", table.size() + " B");
        file.put("encodingFormat", PARQUET);
        file.put("sha256", table.digest().hex());
        return file;
    }

    private static Map<String, Object> recordSet(DescribedTable table) {
        var set = new LinkedHashMap<String, Object>();
        set.put("@type", "cr:RecordSet");
        set.put("@id", table.identifier());
        set.put("name", table.name().isEmpty() ? table.identifier() : table.name());
        set.put("field", table.columns().stream().map(column -> field(table, column)).toList());
        set.put(
                "examples",
                table.samples().stream()
                        .map(row -> {
                            var example = new LinkedHashMap<String, Object>();
                            row.forEach((name, value) -> example.put(table.identifier() + "/" + name, value));
                            return example;
                        })
                        .toList());
        return set;
    }

    private static Map<String, Object> field(DescribedTable table, DescribedTable.Column column) {
        var field = new LinkedHashMap<String, Object>();
        field.put("@type", "cr:Field");
        field.put("@id", table.identifier() + "/" + column.name());
        field.put("name", column.name());
        column.description().ifPresent(text -> field.put("description", text));
        field.put("dataType", switch (column.type()) {
            case INTEGER -> "sc:Integer";
            case NUMBER -> "sc:Float";
            case BOOLEAN -> "sc:Boolean";
            case DATE -> "sc:Date";
            case DATE_TIME -> "sc:DateTime";
            case TEXT -> "sc:Text";
        });
        field.put(
                "source",
                Map.of(
                        "fileObject", Map.of("@id", table.identifier() + ".parquet"),
                        "extract", Map.of("column", column.name())));
        return field;
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }

    private static String interval(Period period) {
        return period.start().map(LocalDate::toString).orElse("..") + "/" + period.end().map(LocalDate::toString).orElse("..");
    }

    /// The terms of the specification's appendix that stand in our documents.
    private static Map<String, Object> context(Dataset dataset) {
        var context = new LinkedHashMap<String, Object>();
        context.put("@language", dataset.language().stream().findFirst().orElse(LangText.ZH));
        context.put("@vocab", "https://schema.org/");
        context.put("sc", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("rai", "http://mlcommons.org/croissant/RAI/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("prov", "http://www.w3.org/ns/prov#");
        context.put("conformsTo", "dct:conformsTo");
        for (var term : List.of("citeAs", "column", "extract", "field", "fileObject", "isLiveDataset", "recordSet", "source")) {
            context.put(term, "cr:" + term);
        }
        context.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
        context.put("examples", Map.of("@id", "cr:examples", "@type", "@json"));
        return context;
    }
}
