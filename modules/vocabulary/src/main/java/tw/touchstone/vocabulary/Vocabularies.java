package tw.touchstone.vocabulary;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.StandardField;

/// Every vocabulary of `vocab/`, loaded once at the start. Immutable and thread-safe.
public final class Vocabularies {

    private final Scheme themes = SchemeReader.load("themes.ttl");
    private final Scheme services = SchemeReader.load("services.ttl");
    private final Scheme frequencies = SchemeReader.load("frequencies.ttl");
    private final Scheme licences = SchemeReader.load("licences.ttl");
    private final Scheme fileTypes = SchemeReader.load("file-types.ttl");
    private final Scheme accessRights = SchemeReader.load("access-rights.ttl");
    private final Scheme areas = SchemeReader.load("areas.ttl");
    private final Scheme collectionTypes = SchemeReader.load("collection-types.ttl");
    private final Scheme datasetTypes = SchemeReader.load("dataset-types.ttl");
    private final Scheme areaLevels = SchemeReader.load("area-levels.ttl");
    private final Scheme placeholders = SchemeReader.load("placeholders.ttl");
    private final Scheme biasWords = SchemeReader.load("bias-words.ttl");
    private final Scheme standardDomains;
    private final List<StandardField> standardFields;
    private final Scheme agencyKinds = SchemeReader.load("agency-kinds.ttl");
    private final Map<String, URI> nationalColumns = NationalColumns.load();
    private final Agencies agencies = new Agencies(SchemeReader.load("agencies.ttl"));
    private final Map<String, MetricText> metrics = MetricReader.load();
    private final List<WorkingYear> workingYears = WorkingYearReader.read(TurtleFile.load("working-days.ttl"));
    private final List<String> mediaTypes = WordList.load("media-types.txt");
    private final List<List<String>> synonyms = WordList.load("synonyms.txt").stream()
            .map(line -> List.of(line.strip().split("\\s*,\\s*")))
            .toList();

    private Vocabularies() {
        var standards = TurtleFile.load("standards.ttl");
        standardDomains = SchemeReader.read(standards);
        standardFields = StandardFieldReader.read(standards, standardDomains);
    }

    /// Reads the vocabularies from the class path.
    ///
    /// @throws VocabularyException if a file is missing or malformed; names file and line
    public static Vocabularies load() {
        return new Vocabularies();
    }

    /// The nine high-value themes (高應用價值主題) and their sub-themes.
    public Scheme themes() {
        return themes;
    }

    /// The eighteen service classes (服務分類).
    public Scheme services() {
        return services;
    }

    /// The themes and service classes a dataset names, each with the broader one it belongs to.
    public List<Concept> themesOf(Dataset dataset) {
        var found = new LinkedHashSet<Concept>();
        for (var iri : dataset.themes()) {
            theme(iri).ifPresent(concept -> {
                found.add(concept);
                concept.broader().flatMap(this::theme).ifPresent(found::add);
            });
        }
        return List.copyOf(found);
    }

    private Optional<Concept> theme(URI iri) {
        return themes.byIri(iri).or(() -> services.byIri(iri));
    }

    /// Common update intervals; their notations are the codes of `Frequency`, which knows more intervals than these.
    public Scheme frequencies() {
        return frequencies;
    }

    /// Licences; `openLicence` says whether one is known to be open.
    public Scheme licences() {
        return licences;
    }

    /// Every member of `FileFormat`, by its code; says `mediaType`, `proprietary` and `machineReadable`.
    public Scheme fileTypes() {
        return fileTypes;
    }

    public Scheme accessRights() {
        return accessRights;
    }

    /// Taiwan and its 22 counties and cities, by their official codes.
    public Scheme areas() {
        return areas;
    }

    /// How data is collected: the sixteen values of Croissant-RAI.
    public Scheme collectionTypes() {
        return collectionTypes;
    }

    /// What kind of data a dataset is. (`dct:type`)
    public Scheme datasetTypes() {
        return datasetTypes;
    }

    /// What people type where they have nothing to say; the other labels are the texts.
    public Scheme placeholders() {
        return placeholders;
    }

    /// Words by which a statement of bias says what it is about; the other labels are the words.
    public Scheme biasWords() {
        return biasWords;
    }

    /// How far down areas are told apart, from coarse to fine.
    public Scheme areaLevels() {
        return areaLevels;
    }

    /// The domains of the national data standards (領域資料標準).
    public Scheme standardDomains() {
        return standardDomains;
    }

    /// The fields of the national data standards that we know, in the order of their ids.
    public List<StandardField> standardFields() {
        return standardFields;
    }

    public Agencies agencies() {
        return agencies;
    }

    /// What an agency can be (機關類別).
    public Scheme agencyKinds() {
        return agencyKinds;
    }

    /// Our property for each known column of the national export and of older lists, by the column's Chinese name.
    public Map<String, URI> nationalColumns() {
        return nationalColumns;
    }

    /// The texts of the metrics by id; empty where `vocab/metrics.ttl` is not there.
    public Map<String, MetricText> metrics() {
        return metrics;
    }

    /// What `vocab/metrics.ttl` says of one metric, or of all metrics and dimensions. Read anew on every call.
    public static Graph metricGraph(Optional<String> id) {
        var all = TurtleFile.load("metrics.ttl").model();
        return id.map(name -> all.listStatements(all.getResource(Terms.METRIC + name), null, (RDFNode) null))
                .map(statements -> ModelFactory.createDefaultModel().add(statements))
                .orElse(all)
                .getGraph();
    }

    /// The days off of government offices, for each year that is known, in order.
    public List<WorkingYear> workingYears() {
        return workingYears;
    }

    /// Media types registered with IANA, in lower case.
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /// Words that mean the same to someone who searches: the groups of `vocab/synonyms.txt`, and the names of each agency
    /// that has more than one.
    public List<List<String>> synonyms() {
        var ofAgencies = agencies.all().stream()
                .filter(agency -> !agency.otherNames().isEmpty())
                .map(agency -> Stream.concat(
                                agency.name().byLanguage().values().stream(), agency.otherNames().stream())
                        .distinct()
                        .toList());
        return Stream.concat(synonyms.stream(), ofAgencies).toList();
    }

    /// The reader of the national portal's free texts.
    public NationalTerms nationalTerms() {
        return new NationalTerms(this);
    }
}
