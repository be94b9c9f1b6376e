package tw.touchstone.model;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What an agency publishes: a titled body of data in one or more [Distribution]s. (資料集, `dcat:Dataset`)
///
/// Over 300 lines, since a record of this many parts needs a builder, and the builder one setter for each.
///
/// @param id             part of the dataset's IRI
/// @param source         where the dataset comes from; its identity across imports
/// @param title          never empty in a published dataset
/// @param description    may be empty in an imported dataset
/// @param publisher      the agency that answers for it
/// @param keywords       in the publisher's order, without blanks and repetitions
/// @param themes         IRIs of high-value themes, their sub-themes, and service classes (服務分類)
/// @param frequency      the promised update interval where it is a known one
/// @param accessRights   IRI of an access right of the vocabulary
/// @param issued         first publication of the data
/// @param modified       last change of the data as declared; what was observed is in the facts
/// @param temporal       the time the data speaks about
/// @param spatial        IRIs of the areas the data speaks about
/// @param language       BCP 47 tags of the data
/// @param contact        whom to ask
/// @param landingPage    a page about the dataset elsewhere
/// @param conformsTo     IRIs of data standards the dataset claims to follow
/// @param registered     when the catalogue first listed it; empty until it is published
/// @param distributions  in the publisher's order
/// @param type           IRI of a dataset type of the vocabulary (`dct:type`)
/// @param coverage       how finely it speaks about time and space; never an empty one
/// @param provenance     where the data comes from; never an empty one
/// @param collection     how the data was collected; never an empty one
/// @param limits         biases, limitations and uses; never empty ones
/// @param release        which edition this is; never an empty one
/// @param nationalFields national fields that have no DCAT term, by their official Chinese name, verbatim
public record Dataset(
        DatasetId id,
        SourceRef source,
        LangText title,
        LangText description,
        Optional<AgencyId> publisher,
        List<String> keywords,
        List<URI> themes,
        Optional<Frequency> frequency,
        Optional<URI> accessRights,
        Optional<Instant> issued,
        Optional<Instant> modified,
        Optional<Period> temporal,
        List<URI> spatial,
        List<String> language,
        Optional<ContactPoint> contact,
        Optional<URI> landingPage,
        List<URI> conformsTo,
        Optional<Instant> registered,
        List<Distribution> distributions,
        Optional<URI> type,
        Optional<Coverage> coverage,
        Optional<Provenance> provenance,
        Optional<DataCollection> collection,
        Optional<Limits> limits,
        Optional<Release> release,
        SortedMap<String, String> nationalFields) {

    public Dataset {
        keywords = keywords.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        themes = themes.stream().distinct().toList();
        spatial = spatial.stream().distinct().toList();
        language = language.stream().distinct().toList();
        conformsTo = conformsTo.stream().distinct().toList();
        distributions = List.copyOf(distributions);
        coverage = coverage.filter(Predicate.not(Coverage::isEmpty));
        provenance = provenance.filter(Predicate.not(Provenance::isEmpty));
        collection = collection.filter(Predicate.not(DataCollection::isEmpty));
        limits = limits.filter(Predicate.not(Limits::isEmpty));
        release = release.filter(Predicate.not(Release::isEmpty));
        nationalFields = Collections.unmodifiableSortedMap(new TreeMap<>(nationalFields));
    }

    /// A dataset of which only identifier, source and title are known; the builder's setters add the rest.
    public static Builder of(DatasetId id, SourceRef source, LangText title) {
        return new Builder(id, source, title);
    }

    /// A builder that starts from this dataset.
    public Builder with() {
        return new Builder(this);
    }

    /// The distribution with this identifier.
    public Optional<Distribution> distribution(DistributionId wanted) {
        return distributions.stream().filter(each -> each.id().equals(wanted)).findFirst();
    }

    /// Collects the parts of a [Dataset]; not thread-safe.
    public static final class Builder {
        private DatasetId id;
        private SourceRef source;
        private LangText title;
        private LangText description = LangText.NONE;
        private Optional<AgencyId> publisher = Optional.empty();
        private List<String> keywords = List.of();
        private List<URI> themes = List.of();
        private Optional<Frequency> frequency = Optional.empty();
        private Optional<URI> accessRights = Optional.empty();
        private Optional<Instant> issued = Optional.empty();
        private Optional<Instant> modified = Optional.empty();
        private Optional<Period> temporal = Optional.empty();
        private List<URI> spatial = List.of();
        private List<String> language = List.of();
        private Optional<ContactPoint> contact = Optional.empty();
        private Optional<URI> landingPage = Optional.empty();
        private List<URI> conformsTo = List.of();
        private Optional<Instant> registered = Optional.empty();
        private List<Distribution> distributions = List.of();
        private Optional<URI> type = Optional.empty();
        private Optional<Coverage> coverage = Optional.empty();
        private Optional<Provenance> provenance = Optional.empty();
        private Optional<DataCollection> collection = Optional.empty();
        private Optional<Limits> limits = Optional.empty();
        private Optional<Release> release = Optional.empty();
        private Map<String, String> nationalFields = Map.of();

        private Builder(DatasetId id, SourceRef source, LangText title) {
            this.id = id;
            this.source = source;
            this.title = title;
        }

        private Builder(Dataset from) {
            id = from.id;
            source = from.source;
            title = from.title;
            description = from.description;
            publisher = from.publisher;
            keywords = from.keywords;
            themes = from.themes;
            frequency = from.frequency;
            accessRights = from.accessRights;
            issued = from.issued;
            modified = from.modified;
            temporal = from.temporal;
            spatial = from.spatial;
            language = from.language;
            contact = from.contact;
            landingPage = from.landingPage;
            conformsTo = from.conformsTo;
            registered = from.registered;
            distributions = from.distributions;
            type = from.type;
            coverage = from.coverage;
            provenance = from.provenance;
            collection = from.collection;
            limits = from.limits;
            release = from.release;
            nationalFields = from.nationalFields;
        }

        public Builder id(DatasetId id) {
            this.id = id;
            return this;
        }

        public Builder source(SourceRef source) {
            this.source = source;
            return this;
        }

        public Builder title(LangText title) {
            this.title = title;
            return this;
        }

        public Builder description(LangText description) {
            this.description = description;
            return this;
        }

        public Builder publisher(Optional<AgencyId> publisher) {
            this.publisher = publisher;
            return this;
        }

        public Builder keywords(List<String> keywords) {
            this.keywords = keywords;
            return this;
        }

        public Builder themes(List<URI> themes) {
            this.themes = themes;
            return this;
        }

        public Builder frequency(Optional<Frequency> frequency) {
            this.frequency = frequency;
            return this;
        }

        public Builder accessRights(Optional<URI> accessRights) {
            this.accessRights = accessRights;
            return this;
        }

        public Builder issued(Optional<Instant> issued) {
            this.issued = issued;
            return this;
        }

        public Builder modified(Optional<Instant> modified) {
            this.modified = modified;
            return this;
        }

        public Builder temporal(Optional<Period> temporal) {
            this.temporal = temporal;
            return this;
        }

        public Builder spatial(List<URI> spatial) {
            this.spatial = spatial;
            return this;
        }

        public Builder language(List<String> language) {
            this.language = language;
            return this;
        }

        public Builder contact(Optional<ContactPoint> contact) {
            this.contact = contact;
            return this;
        }

        public Builder landingPage(Optional<URI> landingPage) {
            this.landingPage = landingPage;
            return this;
        }

        public Builder conformsTo(List<URI> conformsTo) {
            this.conformsTo = conformsTo;
            return this;
        }

        public Builder registered(Optional<Instant> registered) {
            this.registered = registered;
            return this;
        }

        public Builder distributions(List<Distribution> distributions) {
            this.distributions = distributions;
            return this;
        }

        public Builder type(Optional<URI> type) {
            this.type = type;
            return this;
        }

        public Builder coverage(Optional<Coverage> coverage) {
            this.coverage = coverage;
            return this;
        }

        public Builder provenance(Optional<Provenance> provenance) {
            this.provenance = provenance;
            return this;
        }

        public Builder collection(Optional<DataCollection> collection) {
            this.collection = collection;
            return this;
        }

        public Builder limits(Optional<Limits> limits) {
            this.limits = limits;
            return this;
        }

        public Builder release(Optional<Release> release) {
            this.release = release;
            return this;
        }

        public Builder nationalFields(Map<String, String> nationalFields) {
            this.nationalFields = nationalFields;
            return this;
        }

        public Dataset build() {
            return new Dataset(
                    id,
                    source,
                    title,
                    description,
                    publisher,
                    keywords,
                    themes,
                    frequency,
                    accessRights,
                    issued,
                    modified,
                    temporal,
                    spatial,
                    language,
                    contact,
                    landingPage,
                    conformsTo,
                    registered,
                    distributions,
                    type,
                    coverage,
                    provenance,
                    collection,
                    limits,
                    release,
                    new TreeMap<>(nationalFields));
        }
    }
}
