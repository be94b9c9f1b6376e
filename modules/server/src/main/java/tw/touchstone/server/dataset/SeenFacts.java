package tw.touchstone.server.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.inspecting.KnownLink;
import tw.touchstone.catalog.inspecting.LinkHistory;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkReasons;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.ServerCertificate;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.quality.Inputs;
import tw.touchstone.quality.JsonReading;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.NamedFact;

/// Shows the facts a scorecard was computed from: the very documents it names, not newer ones.
@Component
class SeenFacts {

    private static final int COLUMNS = 200;

    private final Archive archive;
    private final LinkHistory links;
    private final MessageSource messages;

    SeenFacts(Catalog catalog, MessageSource messages) {
        this.archive = catalog.archive();
        this.links = catalog.linkHistory();
        this.messages = messages;
    }

    /// What was seen of one distribution.
    record Seen(List<NamedFact> facts, List<String> columns) {}

    Seen of(Scorecard card, DistributionId distribution, Locale locale) {
        var digests = card.inputs().distributions().stream()
                .filter(each -> each.distribution().equals(distribution))
                .findFirst();
        var bytes = digests.flatMap(Inputs.FactDigests::bytes).flatMap(each -> read(each, QualityJson::readByteFacts));
        var link = digests.flatMap(Inputs.FactDigests::link).flatMap(each -> read(each, QualityJson::readLinkStanding));
        var facts = new ArrayList<NamedFact>();
        link.ifPresent(standing -> facts.addAll(link(standing, distribution, locale)));
        bytes.ifPresent(each -> facts.addAll(bytes(each, locale)));
        return new Seen(facts, bytes.map(each -> columns(each.content())).orElse(List.of()));
    }

    private <T> Optional<T> read(Sha256 digest, Function<byte[], JsonReading<T>> reader) {
        return archive.read(digest)
                .map(reader)
                .flatMap(reading -> reading instanceof JsonReading.Value<T>(T value) ? Optional.of(value) : Optional.empty());
    }

    private List<NamedFact> link(LinkStanding link, DistributionId distribution, Locale locale) {
        var shown = new ArrayList<NamedFact>();
        link.undecided().ifPresent(each -> {
            shown.add(new NamedFact("fact.link", verdict(each.probe(), locale), ""));
            shown.add(new NamedFact("fact.link.since", Figures.minute(each.since()), ""));
        });
        link.decided().ifPresent(each -> {
            boolean before = link.undecided().isPresent();
            shown.add(new NamedFact(before ? "fact.link.before" : "fact.link", verdict(each.probe(), locale), ""));
            if (!each.reason().equals("held")) {
                shown.add(new NamedFact("fact.link.since", Figures.minute(each.since()), ""));
            }
        });
        var probe = link.probe();
        if (probe.hops().size() > 1) {
            shown.add(new NamedFact("fact.link.end", probe.hops().getLast().url().toString(), ""));
        }
        probe.hops().stream()
                .flatMap(hop -> hop.certificate().stream())
                .map(ServerCertificate::notAfter)
                .min(Instant::compareTo)
                .ifPresent(end -> shown.add(new NamedFact("fact.link.certificate", Figures.day(end), "")));
        if (probe.capped()) {
            shown.add(new NamedFact("fact.partial", Figures.size(probe.received().orElse(0L)), ""));
        }
        lastAsked(link, distribution)
                .ifPresent(at -> shown.add(new NamedFact("fact.checked", Figures.minute(at), "")));
        return shown;
    }

    /// When the link was last asked; a scorecard rests on an older observation as long as newer ones say the same.
    private Optional<Instant> lastAsked(LinkStanding shown, DistributionId distribution) {
        return Optional.ofNullable(links.of(List.of(distribution.dataset())).get(distribution))
                .filter(known -> known.standing().url().equals(shown.url()))
                .map(KnownLink::lastAsked)
                .or(() -> Optional.of(shown.probe().at()).filter(at -> !at.equals(Instant.EPOCH)));
    }

    private String verdict(LinkProbe probe, Locale locale) {
        if (probe.reason().equals("held")) {
            return say("link.held", locale);
        }
        var verdict = say("link." + probe.verdict().name().toLowerCase(Locale.ROOT), locale);
        return probe.reason().equals("answered")
                ? verdict
                : say("link.because", locale, verdict, LinkReasons.words(probe.reason()).best(Language.of(locale)));
    }

    private List<NamedFact> bytes(ByteFacts facts, Locale locale) {
        var shown = new ArrayList<NamedFact>();
        shown.add(new NamedFact("fact.format", facts.format().display(), ""));
        shown.addAll(NamedFact.of("fact.encoding", facts.text().map(text -> encoding(text, locale))));
        shown.add(new NamedFact("fact.size", Figures.size(facts.size()), ""));
        shown.addAll(content(facts.content()));
        if (facts.extent() instanceof Extent.Partial(String cap, long read)) {
            shown.add(new NamedFact("fact.partial", cap + " " + Figures.count(read), ""));
        }
        return shown;
    }

    private String encoding(TextFacts text, Locale locale) {
        var name = text.encoding().display();
        return text.byteOrderMark() ? say("fact.encoding.bom", locale, name) : name;
    }

    private static List<NamedFact> content(Content content) {
        return switch (content) {
            case Content.Tables(List<TableProfile> tables) -> tables(tables);
            case Content.Tree(var profile) ->
                List.of(new NamedFact("fact.records", Figures.count(profile.records()), ""));
            case Content.Members(var members, var _) ->
                List.of(new NamedFact("fact.members", Figures.count(members.size()), ""));
            case Content.Malformed(String reason, var place) ->
                List.of(new NamedFact(
                        "fact.malformed", place.line() > 0 ? reason + " (" + place.line() + ":" + place.column() + ")" : reason, ""));
            case Content.Encrypted encrypted -> List.of();
            case Content.Opaque opaque -> List.of();
            case Content.Empty empty -> List.of();
        };
    }

    private static List<NamedFact> tables(List<TableProfile> tables) {
        var shown = new ArrayList<NamedFact>();
        if (tables.size() > 1) {
            shown.add(new NamedFact("fact.tables", Figures.count(tables.size()), ""));
        }
        tables.stream().findFirst().ifPresent(table -> {
            shown.add(new NamedFact("fact.rows", Figures.count(table.rows()), ""));
            shown.add(new NamedFact("fact.header-line", String.valueOf(table.headerLine()), ""));
        });
        return shown;
    }

    private static List<String> columns(Content content) {
        return switch (content) {
            case Content.Tables(List<TableProfile> tables) ->
                tables.stream().flatMap(table -> table.header().stream()).limit(COLUMNS).toList();
            case Content.Tree(var profile) ->
                profile.fields().stream().map(FieldPresence::name).limit(COLUMNS).toList();
            case Content.Members members -> List.of();
            case Content.Malformed malformed -> List.of();
            case Content.Encrypted encrypted -> List.of();
            case Content.Opaque opaque -> List.of();
            case Content.Empty empty -> List.of();
        };
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
