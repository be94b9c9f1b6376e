package tw.touchstone.exchange.catalogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;

/// One row joined to those before it.
final class JoinedRow {
    private final Drafted before;
    private final Drafted row;
    private final List<Distribution> distributions;
    private final TreeSet<Integer> repaired;
    private long repeatedKept;
    private long repeatedRepaired;
    private int differing;

    JoinedRow(Drafted before, Drafted row) {
        this.before = before;
        this.row = row;
        distributions = new ArrayList<>(before.dataset().distributions());
        repaired = new TreeSet<>(before.repaired());
        var byUrl = new HashMap<URI, Distribution>();
        distributions.forEach(each -> each.url().ifPresent(url -> byUrl.putIfAbsent(url, each)));
        for (var distribution : row.dataset().distributions()) {
            boolean changed = row.repaired().contains(distribution.id().number());
            var same = distribution.url().map(byUrl::get);
            if (same.isPresent()) {
                repeatedKept += changed ? 0 : 1;
                repeatedRepaired += changed ? 1 : 0;
                complete(same.get().id(), distribution);
            } else {
                int number = distributions.size() + 1;
                distributions.add(distribution
                        .with()
                        .id(new DistributionId(before.dataset().id(), number))
                        .build());
                if (changed) {
                    repaired.add(number);
                }
            }
        }
    }

    private void complete(DistributionId id, Distribution from) {
        int at = id.number() - 1;
        var known = distributions.get(at);
        var national = new TreeMap<>(from.nationalFields());
        if (known.format().isPresent()) {
            national.remove(Column.FORMATS.officialName());
        }
        national.putAll(known.nationalFields());
        if (known.format().isEmpty() && !known.nationalFields().containsKey(Column.FORMATS.officialName())) {
            known = known.with().format(from.format()).build();
        }
        var completed = known.with()
                .encoding(known.encoding().or(from::encoding))
                .licence(known.licence().or(from::licence))
                .fields(known.fields().isEmpty() ? from.fields() : known.fields())
                .nationalFields(national)
                .build();
        boolean saysElse = (from.format().isPresent() && !from.format().equals(completed.format()))
                || (from.encoding().isPresent() && !from.encoding().equals(completed.encoding()));
        differing += saysElse ? 1 : 0;
        distributions.set(at, completed);
    }

    Drafted result() {
        return new Drafted(
                before.line(),
                before.identifier(),
                completed(before.dataset(), row.dataset()).with()
                        .distributions(distributions)
                        .build(),
                before.publisher(),
                repaired,
                before.notes(),
                before.urls());
    }

    private static Dataset completed(Dataset known, Dataset from) {
        var national = new TreeMap<>(from.nationalFields());
        national.putAll(known.nationalFields());
        return known.with()
                .description(known.description().isEmpty() ? from.description() : known.description())
                .keywords(known.keywords().isEmpty() ? from.keywords() : known.keywords())
                .themes(known.themes().isEmpty() ? from.themes() : known.themes())
                .frequency(known.frequency().or(from::frequency))
                .issued(known.issued().or(from::issued))
                .modified(known.modified().or(from::modified))
                .temporal(known.temporal().or(from::temporal))
                .contact(known.contact().or(from::contact))
                .landingPage(known.landingPage().or(from::landingPage))
                .nationalFields(national)
                .build();
    }

    CatalogueItem item() {
        int added = distributions.size() - before.dataset().distributions().size();
        var text = "%d URLs added, %d repeated".formatted(added, repeatedKept + repeatedRepaired)
                + (differing == 0 ? "" : ", %d of them with another format or encoding".formatted(differing));
        return new CatalogueItem.Repeated(
                row.line(),
                row.identifier(),
                before.line(),
                Fate.MERGED,
                text + otherTexts(),
                row.notes(),
                row.urls().repeating(repeatedKept, repeatedRepaired));
    }

    /// Names the fields of which the first row's text stays.
    private String otherTexts() {
        var names = new ArrayList<String>();
        var first = before.dataset();
        var second = row.dataset();
        other(names, Column.DESCRIPTION, first.description().in(LangText.ZH), second.description().in(LangText.ZH));
        other(names, Column.FREQUENCY, first.frequency(), second.frequency());
        other(names, Column.SERVICE, first.themes().stream().findFirst(), second.themes().stream().findFirst());
        other(names, Column.MODIFIED, first.modified(), second.modified());
        first.nationalFields().forEach((name, text) -> {
            var otherText = second.nationalFields().getOrDefault(name, text);
            if (!otherText.equals(text)) {
                names.add(name);
            }
        });
        return names.isEmpty() ? "" : "; the first row's " + String.join(", ", names) + " stays";
    }

    private static void other(List<String> names, Column column, Optional<?> first, Optional<?> second) {
        if (first.isPresent() && second.isPresent() && !first.equals(second)) {
            names.add(column.officialName());
        }
    }
}
