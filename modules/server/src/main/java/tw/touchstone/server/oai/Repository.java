package tw.touchstone.server.oai;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.exchange.discovery.Xml;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.server.harvest.CatalogueSettings;

/// Answers the six verbs. Thread-safe. (OAI-PMH 2.0, section 4)
///
/// Withdrawn datasets stay for ever as deleted records. To which sets they belonged is not kept, so a list of a set has all
/// of them: a harvester is told to delete what it may never have had, rather than to keep what is gone.
@Component
class Repository {

    private static final int PAGE = 100;

    private final Iris iris;
    private final Listing listing;
    private final Records records;
    private final Sets sets;
    private final CatalogueSettings settings;
    private final Clock clock;

    Repository(Catalog catalog, Listing listing, Records records, Sets sets, CatalogueSettings settings, Clock clock) {
        this.iris = catalog.settings().iris();
        this.listing = listing;
        this.records = records;
        this.sets = sets;
        this.settings = settings;
        this.clock = clock;
    }

    /// The verbs with their arguments, which are all there may be.
    enum Verb {
        GetRecord("identifier", "metadataPrefix"),
        Identify,
        ListIdentifiers("from", "until", "metadataPrefix", "set", "resumptionToken"),
        ListMetadataFormats("identifier"),
        ListRecords("from", "until", "metadataPrefix", "set", "resumptionToken"),
        ListSets("resumptionToken");

        /// Made by `Set.of` and never changed.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<String> arguments;

        Verb(String... arguments) {
            this.arguments = Set.of(arguments);
        }

        static Verb of(Map<String, String> arguments) {
            var name = arguments.getOrDefault("verb", "");
            return Arrays.stream(values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new OaiError(
                            OaiError.Code.badVerb, name.isEmpty() ? "the verb is missing" : "there is no such verb"));
        }
    }

    /// The document that answers a request.
    String answer(Supplier<Map<String, String>> request) {
        Map<String, String> arguments = new TreeMap<>();
        try {
            arguments = request.get();
            var verb = Verb.of(arguments);
            var body = new Xml();
            begin(body, arguments);
            body.open(verb.name());
            write(verb, checked(verb, arguments), body);
            return body.close().close().toString();
        } catch (OaiError error) {
            return refused(error, arguments);
        }
    }

    private String refused(OaiError error, Map<String, String> arguments) {
        boolean unclear = error.code() == OaiError.Code.badVerb || error.code() == OaiError.Code.badArgument;
        var body = new Xml();
        begin(body, unclear ? Map.of() : arguments);
        return body.text("error", error.reason(), "code", error.code().name()).close().toString();
    }

    private void begin(Xml out, Map<String, String> arguments) {
        out.open(
                "OAI-PMH",
                "xmlns",
                "http://www.openarchives.org/OAI/2.0/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd");
        out.text("responseDate", seconds(clock.instant()));
        out.text(
                "request",
                iris.base() + "oai",
                arguments.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray(String[]::new));
    }

    private static Map<String, String> checked(Verb verb, Map<String, String> arguments) {
        for (var name : arguments.keySet()) {
            if (!name.equals("verb") && !verb.arguments.contains(name)) {
                throw new OaiError(OaiError.Code.badArgument, verb + " has no argument " + name);
            }
        }
        // The verb and the token.
        if (arguments.containsKey("resumptionToken") && arguments.size() > 2) {
            throw new OaiError(OaiError.Code.badArgument, "resumptionToken is given with other arguments");
        }
        return arguments;
    }

    private void write(Verb verb, Map<String, String> arguments, Xml out) {
        switch (verb) {
            case Identify -> identify(out);
            case ListMetadataFormats -> formats(arguments, out);
            case ListSets -> sets(arguments, out);
            case GetRecord -> records.write(record(arguments), Format.of(required(arguments, "metadataPrefix")), true, out);
            case ListIdentifiers -> list(arguments, false, out);
            case ListRecords -> list(arguments, true, out);
        }
    }

    private void identify(Xml out) {
        out.text("repositoryName", settings.title().best(LangText.ZH));
        out.text("baseURL", iris.base() + "oai");
        out.text("protocolVersion", "2.0");
        out.text("adminEmail", settings.email());
        out.text("earliestDatestamp", seconds(earliest()));
        out.text("deletedRecord", "persistent");
        out.text("granularity", "YYYY-MM-DDThh:mm:ssZ");
        out.text("compression", "gzip");
    }

    private Instant earliest() {
        var now = listing.now();
        return now.all().stream().map(Selection::stamp).min(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private void formats(Map<String, String> arguments, Xml out) {
        if (arguments.containsKey("identifier")) {
            record(arguments);
        }
        for (var format : Format.values()) {
            out.open("metadataFormat");
            out.text("metadataPrefix", format.prefix());
            out.text("schema", format.schema());
            out.text("metadataNamespace", format.namespace());
            out.close();
        }
    }

    private void sets(Map<String, String> arguments, Xml out) {
        if (arguments.containsKey("resumptionToken")) {
            throw new OaiError(OaiError.Code.badResumptionToken, "the list of sets is given in one");
        }
        for (var set : sets.all()) {
            out.open("set").text("setSpec", set.spec()).text("setName", set.name().best(LangText.ZH)).close();
        }
    }

    private Listed record(Map<String, String> arguments) {
        var prefix = records.identifier("");
        var identifier = required(arguments, "identifier");
        var id = identifier.startsWith(prefix) ? identifier.substring(prefix.length()) : "";
        return Optional.of(id)
                .filter(DatasetId::isValid)
                .flatMap(each -> listing.now().of(new DatasetId(each)))
                .orElseThrow(() -> new OaiError(OaiError.Code.idDoesNotExist, "there is no record " + identifier));
    }

    private static String required(Map<String, String> arguments, String name) {
        var value = arguments.get(name);
        if (value == null) {
            throw new OaiError(OaiError.Code.badArgument, name + " is missing");
        }
        return value;
    }

    private void list(Map<String, String> arguments, boolean whole, Xml out) {
        var token = arguments.get("resumptionToken");
        var selection = token == null ? Selection.of(arguments) : Selection.resumed(token);
        var format = Format.of(selection.prefix());
        var members = selection.set().map(spec -> sets.members(spec)
                .orElseThrow(() -> new OaiError(OaiError.Code.noRecordsMatch, "there is no set " + spec)));
        var inventory = listing.now();
        Predicate<Listed> wanted = each -> selection.includes(each)
                && (each.withdrawn() || members.isEmpty() || members.get().contains(each.id()));
        var part = inventory.after(selection.after(), PAGE, wanted);
        if (part.items().isEmpty()) {
            throw new OaiError(
                    token == null ? OaiError.Code.noRecordsMatch : OaiError.Code.badResumptionToken, "there is nothing (more)");
        }
        part.items().forEach(each -> records.write(each, format, whole, out));
        if (part.more() || selection.given() > 0) {
            var next = selection.after(part.items().getLast().id(), part.items().size());
            out.text(
                    "resumptionToken",
                    part.more() ? next.token() : "",
                    "completeListSize",
                    Long.toString(Math.max(inventory.count(wanted), next.given())),
                    "cursor",
                    Long.toString(selection.given()));
        }
    }

    static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
