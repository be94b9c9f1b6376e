package tw.touchstone.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.store.Change.PutAgency;
import tw.touchstone.store.Change.PutDataset;
import tw.touchstone.store.Change.PutQuality;
import tw.touchstone.store.Change.WithdrawDataset;
import tw.touchstone.store.ChangeEntry.Kind;
import tw.touchstone.vocabulary.profile.AgencyRdf;
import tw.touchstone.vocabulary.profile.DatasetRdf;
import tw.touchstone.vocabulary.profile.Terms;

/// One write transaction: makes changes one after the other and keeps the log.
final class Commit {

    private final DatasetGraph store;
    private final Subjects subjects;
    private final ChangeLog log;
    private final Instant now;
    private final List<Outcome> outcomes = new ArrayList<>();
    private long lastNumber;
    private long datasets;

    Commit(DatasetGraph store, Subjects subjects, Instant now, Position before) {
        this.store = store;
        this.subjects = subjects;
        this.log = new ChangeLog(store, subjects);
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.lastNumber = before.lastNumber();
        this.datasets = before.datasets();
    }

    /// Where the log stands, and how many datasets are published.
    record Position(long lastNumber, long datasets) {}

    Position position() {
        return new Position(lastNumber, datasets);
    }

    Committed committed() {
        return new Committed(outcomes, lastNumber);
    }

    void make(Change change) {
        outcomes.add(
                switch (change) {
                    case PutDataset put -> put(put);
                    case WithdrawDataset withdraw -> withdraw(withdraw);
                    case PutAgency put -> replace(
                            subjects.agency(put.agency().id()),
                            GraphDiff.asStored(AgencyRdf.write(put.agency(), subjects.iris())),
                            Kind.AGENCY,
                            put.agency().id().value());
                    case PutQuality put -> quality(put);
                });
    }

    private Outcome put(PutDataset put) {
        var id = put.dataset().id();
        var node = subjects.dataset(id);
        long number = log.lastChange(node);
        var conflict = conflict(put.expected(), number);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        var there = GraphDiff.triples(store, node);
        var dataset = registered(put.dataset(), there, number);
        var wanted = GraphDiff.asStored(DatasetRdf.write(dataset, subjects.iris()));
        var diff = GraphDiff.between(there, node, wanted);
        if (diff.isEmpty()) {
            return new Outcome.Unchanged(number);
        }
        diff.apply(store);
        datasets += there.isEmpty() ? 1 : 0;
        return written(there.isEmpty() ? Kind.REGISTERED : Kind.REVISED, now, id.value(), "");
    }

    // What is published again keeps the day it was first listed.
    private Dataset registered(Dataset dataset, Set<Triple> there, long number) {
        if (dataset.registered().isPresent()) {
            return dataset;
        }
        var record = subjects.record(dataset.id());
        var stored = there.stream()
                .filter(each -> each.getSubject().equals(record) && each.getPredicate().equals(Terms.DCT_ISSUED))
                .map(each -> Instant.parse(each.getObject().getLiteralLexicalForm()))
                .findFirst();
        var first = stored.or(() -> number == 0 ? Optional.empty() : log.firstRegistered(subjects.dataset(dataset.id())));
        return dataset.with().registered(Optional.of(first.orElse(now))).build();
    }

    private Outcome withdraw(WithdrawDataset withdraw) {
        var node = subjects.dataset(withdraw.id());
        long number = log.lastChange(node);
        var conflict = conflict(withdraw.expected(), number);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        if (!isPublished(withdraw.id())) {
            return number == 0 ? new Outcome.Absent() : new Outcome.Unchanged(number);
        }
        GraphDiff.between(store, node, Set.of()).apply(store);
        GraphDiff.between(store, subjects.quality(withdraw.id()), Set.of()).apply(store);
        datasets--;
        var at = withdraw.at().truncatedTo(ChronoUnit.MILLIS);
        return written(Kind.WITHDRAWN, at, withdraw.id().value(), withdraw.reason());
    }

    private Outcome quality(PutQuality put) {
        return isPublished(put.id())
                ? replace(
                        subjects.quality(put.id()),
                        GraphDiff.asStored(put.graph()),
                        Kind.QUALITY,
                        put.id().value())
                : new Outcome.Absent();
    }

    private Outcome replace(Node graph, Set<Triple> wanted, Kind kind, String subject) {
        var diff = GraphDiff.between(store, graph, wanted);
        if (diff.isEmpty()) {
            return new Outcome.Unchanged(0);
        }
        diff.apply(store);
        return written(kind, now, subject, "");
    }

    private Outcome written(Kind kind, Instant at, String subject, String reason) {
        var entry = new ChangeEntry(++lastNumber, at, kind, subject);
        log.append(entry, reason);
        return new Outcome.Written(entry);
    }

    private boolean isPublished(DatasetId id) {
        var node = subjects.dataset(id);
        return store.contains(node, node, Terms.RDF_TYPE, Terms.DCAT_DATASET);
    }

    private static Optional<Outcome> conflict(OptionalLong expected, long actual) {
        return expected.isPresent() && expected.getAsLong() != actual
                ? Optional.of(new Outcome.Conflict(expected.getAsLong(), actual))
                : Optional.empty();
    }
}
