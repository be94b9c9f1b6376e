package tw.touchstone.server.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.server.layout.Link;
import tw.touchstone.server.layout.Names;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.DatasetState;
import tw.touchstone.usage.CarriedOver;
import tw.touchstone.usage.DayCounts;
import tw.touchstone.usage.Group;
import tw.touchstone.usage.Totals;
import tw.touchstone.usage.Usage;

/// Finds what numbers are asked of, and its numbers. A withdrawn dataset and a dissolved agency keep theirs.
@Component
class Subjects {

    private final Usage usage;
    private final CatalogStore store;
    private final Names names;

    Subjects(Catalog catalog, Names names) {
        this.usage = catalog.usage();
        this.store = catalog.store();
        this.names = names;
    }

    /// The subject that these parameters name; empty where there is and was none of that name.
    Optional<Subject> find(Map<String, String> named) {
        if (named.isEmpty()) {
            return Optional.of(new Subject.Whole());
        }
        var first = named.entrySet().iterator().next();
        var id = first.getValue();
        return switch (first.getKey()) {
            case "dataset" -> dataset(id).map(Subject.OfDataset::new);
            case "distribution" ->
                DistributionId.parse(id)
                        .filter(each -> dataset(each.dataset().value()).isPresent())
                        .map(Subject.OfDistribution::new);
            case "agency" ->
                Optional.of(id)
                        .filter(AgencyId::isValid)
                        .filter(slug -> names.agency(new AgencyId(slug)).isPresent())
                        .map(slug -> new Subject.OfGroup(new Group(Group.Sort.AGENCY, slug)));
            default ->
                Optional.of(id)
                        .filter(Group::isValid)
                        .filter(notation -> names.theme(notation).isPresent())
                        .map(notation -> new Subject.OfGroup(new Group(Group.Sort.THEME, notation)));
        };
    }

    private Optional<DatasetId> dataset(String id) {
        return Optional.of(id)
                .filter(DatasetId::isValid)
                .map(DatasetId::new)
                .filter(known -> !(store.state(known) instanceof DatasetState.Absent));
    }

    Totals totals(Subject subject) {
        return switch (subject) {
            case Subject.Whole whole -> usage.catalogue();
            case Subject.OfDataset of -> usage.totals(of.dataset());
            case Subject.OfDistribution of -> usage.totals(of.distribution());
            case Subject.OfGroup of -> usage.groups().totals(of.group());
        };
    }

    DayCounts days(Subject subject, LocalDate from, LocalDate to) {
        return switch (subject) {
            case Subject.Whole whole -> usage.catalogueDays(from, to);
            case Subject.OfDataset of -> usage.days(of.dataset(), from, to);
            case Subject.OfDistribution of -> usage.days(of.distribution(), from, to);
            case Subject.OfGroup of -> usage.groups().days(of.group(), from, to);
        };
    }

    List<CarriedOver> carriedOver(Subject subject) {
        return subject instanceof Subject.OfDataset of ? usage.carriedOver().of(of.dataset()) : List.of();
    }

    /// Its name, and where it is at home.
    Link link(Subject subject, String language) {
        return switch (subject) {
            case Subject.Whole whole -> Link.NONE;
            case Subject.OfDataset of -> dataset(of.dataset(), language);
            case Subject.OfDistribution of ->
                new Link(
                        dataset(of.distribution().dataset(), language).name() + " · " + of.distribution(),
                        "/datasets/" + of.distribution().dataset());
            case Subject.OfGroup of -> group(of.group(), language);
        };
    }

    Link group(Group group, String language) {
        return group.sort() == Group.Sort.AGENCY
                ? new Link(names.agencyName(group.code()).best(language), "/agencies/" + group.code())
                : new Link(names.themeName(group.code(), language), "/themes/" + group.code());
    }

    Link dataset(DatasetId id, String language) {
        return new Link(
                store.dataset(id).map(each -> each.title().best(language)).orElse(id.value()), "/datasets/" + id);
    }
}
