package tw.touchstone.catalog.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.exchange.json.DatasetJson;
import tw.touchstone.exchange.json.DatasetReading;
import tw.touchstone.exchange.json.TermLookup;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Agency;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.SourceRef;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;
import tw.touchstone.vocabulary.profile.DatasetRdf;
import tw.touchstone.vocabulary.profile.ForeignReading;
import tw.touchstone.vocabulary.profile.ParseResult;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// Reads dataset descriptions that lie beside data files.
final class Descriptions {

    private final OfflineTerms terms;

    Descriptions(Vocabularies vocabularies) {
        this.terms = new OfflineTerms(vocabularies);
    }

    /// A description that cannot be read; the message is one line with the file and the place.
    static final class Unreadable extends RuntimeException {
        private final String sentence;

        Unreadable(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /// The description beside a data file, JSON before Turtle.
    static Optional<Path> beside(Path file) {
        return Stream.of(".meta.json", ".meta.ttl")
                .map(suffix -> file.resolveSibling(file.getFileName() + suffix))
                .filter(Files::exists)
                .findFirst();
    }

    /// Reads a description.
    ///
    /// @throws Unreadable if it is none
    DatasetReading.Read read(Path description) {
        var name = description.getFileName().toString();
        return name.endsWith(".ttl") ? turtle(description) : json(description);
    }

    private DatasetReading.Read json(Path description) {
        return switch (DatasetJson.read(bytes(description), idOf(description), terms)) {
            case DatasetReading.Read read -> read;
            case DatasetReading.Refused refused ->
                throw new Unreadable(refused.errors().stream()
                        .map(error -> "%s:%s %s %s"
                                .formatted(
                                        description,
                                        error.line().map(Object::toString).orElse("?"),
                                        error.path(),
                                        error.message().best("en")))
                        .collect(Collectors.joining("; ")));
        };
    }

    private DatasetReading.Read turtle(Path description) {
        try (var in = Files.newInputStream(description)) {
            return switch (RdfSyntax.parse(
                    in, RdfSyntax.TURTLE, URI.create("urn:touchstone:local"), RdfSyntax.Limits.DATASET)) {
                case ParseResult.Refused refused ->
                    throw new Unreadable(
                            "%s:%d:%d %s".formatted(description, refused.line(), refused.column(), refused.message()));
                case ParseResult.Parsed parsed ->
                    new DatasetReading.Read(
                            OwnDescription.in(parsed.graph()).orElseGet(() -> foreign(parsed, description)), Map.of());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dataset foreign(ParseResult.Parsed parsed, Path description) {
        var source = new SourceRef(SourceRef.LOCAL, description.toString());
        return switch (DatasetRdf.fromForeign(parsed.graph(), idOf(description), source, Iris.LOCAL)) {
            case ForeignReading.Draft draft -> withPublisher(draft);
            case ForeignReading.NotOneDataset not -> throw new Unreadable(description + ": " + not.message());
        };
    }

    /// A publisher that is no agency of ours is one all the same.
    private Dataset withPublisher(ForeignReading.Draft draft) {
        var agencies = terms.vocabularies().agencies();
        var publisher = draft.dataset()
                .publisher()
                .or(() -> draft.publisherName().map(name -> agencies.of(name).id()));
        return draft.dataset().with().publisher(publisher).build();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An identifier for a description that names none: the same for the same file name.
    private static DatasetId idOf(Path description) {
        var name = description.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "");
        return new DatasetId("local-" + name.substring(0, Math.min(name.length(), 40)));
    }

    /// The terms of the vocabularies, without a store.
    private record OfflineTerms(Vocabularies vocabularies) implements TermLookup {
        @Override
        public Optional<URI> theme(String text) {
            return vocabularies
                    .themes()
                    .byNotation(text)
                    .or(() -> vocabularies.services().byNotation(text))
                    .map(Concept::iri);
        }

        @Override
        public Optional<URI> licence(String text) {
            return vocabularies.licences().byNotation(text).map(Concept::iri);
        }

        @Override
        public Optional<URI> accessRight(String text) {
            return vocabularies.accessRights().byNotation(text).map(Concept::iri);
        }

        @Override
        public Optional<URI> area(String text) {
            return vocabularies.areas().byNotation(text).map(Concept::iri);
        }

        @Override
        public Optional<URI> collectionType(String text) {
            return vocabularies.collectionTypes().byNotation(text).map(Concept::iri);
        }

        @Override
        public Optional<URI> datasetType(String text) {
            return vocabularies.datasetTypes().byNotation(text).map(Concept::iri);
        }

        @Override
        public Optional<URI> areaLevel(String text) {
            return vocabularies.areaLevels().byNotation(text).map(Concept::iri);
        }

        @Override
        public Optional<AgencyId> agency(String text) {
            return AgencyId.isValid(text)
                    ? Optional.of(new AgencyId(text))
                    : vocabularies.agencies().byName(text).map(Agency::id);
        }
    }
}
