package tw.touchstone.vocabulary.profile;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import tw.touchstone.model.LangText;

/// Reads what strangers say about one subject: the same thing in several spellings. What is not understood is noted.
record Foreign(Described described, List<ForeignReading.Note> notes) implements Description {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    // A date without a time is the day's start where the publisher sits.
    private static final List<Function<String, Instant>> INSTANTS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).atZone(TAIPEI).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay(TAIPEI).toInstant(),
            text -> YearMonth.parse(text).atDay(1).atStartOfDay(TAIPEI).toInstant(),
            text -> Year.parse(text).atDay(1).atStartOfDay(TAIPEI).toInstant());

    private static final List<Function<String, LocalDate>> DAYS = List.of(
            LocalDate::parse,
            text -> OffsetDateTime.parse(text).atZoneSameInstant(TAIPEI).toLocalDate(),
            text -> LocalDateTime.parse(text).toLocalDate(),
            text -> YearMonth.parse(text).atDay(1),
            text -> Year.parse(text).atDay(1));

    Foreign of(Node subject) {
        return new Foreign(new Described(described.graph(), subject), notes);
    }

    void note(Node property, Node value, String message) {
        notes.add(new ForeignReading.Note(
                described.subject().toString(), property.getURI(), plainText(value).orElse(value.toString()), message));
    }

    /// The values in one order whatever the graph's is: IRIs, then literals, then blank nodes.
    @Override
    public Stream<Node> objects(Node property) {
        return described.objects(property)
                .sorted(Comparator.comparingInt((Node node) -> node.isURI() ? 0 : node.isLiteral() ? 1 : 2)
                        .thenComparing(node -> node.toString()));
    }

    Optional<Node> first(Node property) {
        var values = objects(property).toList();
        values.stream().skip(1).forEach(more -> note(property, more, "one value is expected; left out"));
        return values.stream().findFirst();
    }

    /// The node a property leads to, to be read further; a literal leads nowhere.
    @Override
    public Optional<Description> nested(Node property) {
        return foreign(property).map(each -> each);
    }

    /// The same as [#nested(Node)], for those who note what they do not understand.
    Optional<Foreign> foreign(Node property) {
        return objects(property).filter(node -> !node.isLiteral()).findFirst().map(this::of);
    }

    @Override
    public List<Description> each(Node property) {
        return objects(property).filter(node -> !node.isLiteral()).<Description>map(this::of).toList();
    }

    @Override
    public Node subject() {
        return described.subject();
    }

    @Override
    public Optional<String> text(Node property) {
        return first(property).flatMap(Foreign::plainText).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public List<String> list(Node property) {
        return described.list(property);
    }

    @Override
    public boolean flag(Node property) {
        return objects(property).filter(Node::isLiteral).anyMatch(node -> {
            var text = node.getLiteralLexicalForm().strip();
            return text.equalsIgnoreCase("true") || text.equals("1");
        });
    }

    @Override
    public Optional<String> declared(Node property) {
        return text(property).or(() -> described.declared(property));
    }

    static Optional<String> plainText(Node node) {
        return node.isURI()
                ? Optional.of(node.getURI())
                : node.isLiteral() ? Optional.of(node.getLiteralLexicalForm()) : Optional.empty();
    }

    /// A text without a tag is taken for Chinese where it has a Han character, else for English.
    @Override
    public LangText texts(Node property) {
        var byTag = new TreeMap<String, String>();
        objects(property).filter(Node::isLiteral).forEach(literal -> {
            var text = literal.getLiteralLexicalForm();
            var tag = literal.getLiteralLanguage().isEmpty() ? guess(text) : literal.getLiteralLanguage();
            if (byTag.putIfAbsent(tag, text) != null) {
                note(property, literal, "a second text in the same language; left out");
            }
        });
        return LangText.of(byTag);
    }

    private static String guess(String text) {
        boolean han = text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return han ? LangText.ZH : LangText.EN;
    }

    @Override
    public Optional<URI> iri(Node property) {
        var exact = described.iri(property);
        return exact.isPresent() ? exact : first(property).flatMap(value -> address(property, value));
    }

    @Override
    public List<URI> iris(Node property) {
        var all = objects(property)
                .filter(value -> !isRectangle(value))
                .flatMap(value -> address(property, value).stream())
                .toList();
        var exact = described.iris(property);
        return exact.size() == all.size() ? exact : all;
    }

    // A place that is drawn instead of named is read as the dataset's rectangle.
    private boolean isRectangle(Node value) {
        return !value.isLiteral() && described.graph().contains(value, Terms.DCAT_BBOX, Node.ANY);
    }

    private Optional<URI> address(Node property, Node value) {
        var address = plainText(value).map(String::strip).flatMap(Described::parse).filter(URI::isAbsolute);
        if (address.isEmpty()) {
            note(property, value, "no absolute IRI; left out");
        }
        return address;
    }

    @Override
    public Optional<Instant> instant(Node property) {
        return understood(property, INSTANTS);
    }

    @Override
    public Optional<LocalDate> day(Node property) {
        return understood(property, DAYS);
    }

    private <T> Optional<T> understood(Node property, List<Function<String, T>> spellings) {
        var value = first(property);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var text = plainText(value.get()).map(String::strip).orElse("");
        var understood = spellings.stream().flatMap(each -> attempt(each, text).stream()).findFirst();
        if (understood.isEmpty()) {
            note(property, value.get(), "no date or time; left out");
        }
        return understood;
    }

    private static <T> Optional<T> attempt(Function<String, T> spelling, String text) {
        try {
            return Optional.of(spelling.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// An e-mail address or telephone number: an IRI of the scheme, a literal, or a node with `vcard:hasValue`.
    Optional<String> value(Node property, String scheme) {
        return objects(property)
                .findFirst()
                .flatMap(value -> value.isBlank() ? of(value).first(Terms.VCARD_HAS_VALUE) : Optional.of(value))
                .flatMap(Foreign::plainText)
                .map(text -> text.startsWith(scheme) ? Schemes.decode(text.substring(scheme.length())) : text)
                .or(() -> described.encoded(property, scheme));
    }
}
