package tw.touchstone.vocabulary.profile;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.LangText;

/// Writes what is said about one subject into a graph. [Described] reads it back.
record Statements(Graph graph, Node subject) {

    // XML Schema 1.0 has no year 0, and few tools read a year of five digits.
    private static final LocalDate FIRST_XSD_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_XSD_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST_XSD_INSTANT = FIRST_XSD_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST_XSD_INSTANT =
            LAST_XSD_DAY.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);

    Statements about(String fragment) {
        return new Statements(graph, NodeFactory.createURI(subject.getURI() + fragment));
    }

    void link(Node property, Node object) {
        graph.add(subject, property, object);
    }

    void text(Node property, String text) {
        link(property, NodeFactory.createLiteralString(unicode(text)));
    }

    void texts(Node property, LangText texts) {
        texts.byLanguage().forEach((tag, text) -> {
            if (tag.isEmpty()) {
                text(property, text);
            } else if (Languages.isCanonical(tag)) {
                link(property, NodeFactory.createLiteralLang(unicode(text), tag));
            } else {
                verbatim(property, Packed.pair(tag, text));
            }
        });
    }

    /// A set of texts, and their order where it is not their natural one.
    void list(Node property, List<String> texts) {
        var items = texts.stream().map(Statements::unicode).toList();
        items.forEach(item -> text(property, item));
        Packed.order(items).ifPresent(order -> text(Terms.ORDER, Packed.pair(property.getLocalName(), order)));
    }

    void iri(Node property, URI declared) {
        var clean = CleanIri.of(declared);
        clean.ifPresent(text -> link(property, NodeFactory.createURI(text)));
        if (!clean.equals(Optional.of(declared.toString()))) {
            verbatim(property, declared.toString());
        }
    }

    void iris(Node property, List<URI> declared) {
        var texts = declared.stream().map(URI::toString).toList();
        var clean = declared.stream().flatMap(each -> CleanIri.of(each).stream()).toList();
        clean.forEach(text -> link(property, NodeFactory.createURI(text)));
        if (!clean.equals(texts) || !clean.stream().sorted().toList().equals(clean)) {
            verbatim(property, Packed.join(texts));
        }
    }

    void languages(List<String> tags) {
        var iris = tags.stream().flatMap(tag -> Languages.iri(tag).stream()).distinct().sorted().toList();
        iris.forEach(iri -> link(Terms.DCT_LANGUAGE, NodeFactory.createURI(iri)));
        if (!iris.stream().flatMap(iri -> Languages.tag(iri).stream()).toList().equals(tags)) {
            verbatim(Terms.DCT_LANGUAGE, Packed.join(tags));
        }
    }

    /// A text inside an IRI of a scheme, for example `mailto:`, percent-encoded where it must be.
    void encoded(Node property, String prefix, String text) {
        var clean = unicode(text);
        var iri = prefix + Schemes.encode(clean);
        if (!clean.isEmpty() && CleanIri.isClean(iri)) {
            link(property, NodeFactory.createURI(iri));
        } else {
            verbatim(property, clean);
        }
    }

    // The fraction without trailing zeros: TDB2 gives dateTimes back in this form, and diffs compare terms.
    void instant(Node property, Instant instant) {
        if (!instant.isBefore(FIRST_XSD_INSTANT) && !instant.isAfter(LAST_XSD_INSTANT)) {
            var lexical = instant.toString();
            if (lexical.indexOf('.') >= 0) {
                lexical = lexical.substring(0, lexical.length() - 1).replaceFirst("0+$", "") + "Z";
            }
            link(property, NodeFactory.createLiteralDT(lexical, XSDDatatype.XSDdateTime));
        } else {
            verbatim(property, instant.toString());
        }
    }

    void day(Node property, LocalDate day) {
        if (!day.isBefore(FIRST_XSD_DAY) && !day.isAfter(LAST_XSD_DAY)) {
            link(property, NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate));
        } else {
            verbatim(property, day.toString());
        }
    }

    void size(Node property, long size) {
        if (size >= 0) {
            link(property, NodeFactory.createLiteralDT(Long.toString(size), XSDDatatype.XSDnonNegativeInteger));
        } else {
            verbatim(property, Long.toString(size));
        }
    }

    /// Only a `true` is stated.
    void flag(Node property, boolean stated) {
        if (stated) {
            link(property, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        }
    }

    void decimal(Node property, BigDecimal number) {
        link(property, NodeFactory.createLiteralDT(number.toPlainString(), XSDDatatype.XSDdecimal));
    }

    void duration(Node property, String declared) {
        if (XSDDatatype.XSDduration.isValid(declared)) {
            link(property, NodeFactory.createLiteralDT(declared, XSDDatatype.XSDduration));
        } else {
            verbatim(property, declared);
        }
    }

    /// A node of the dataset's own, of this type, to say more about.
    Statements nested(Node property, String fragment, Node type) {
        var nested = about(fragment);
        link(property, nested.subject());
        nested.link(Terms.RDF_TYPE, type);
        return nested;
    }

    void nationalFields(Map<String, String> fields) {
        fields.forEach((name, value) -> text(Terms.NATIONAL_FIELD, Packed.pair(name, value)));
    }

    void verbatim(Node property, String text) {
        text(Terms.VERBATIM, Packed.pair(property.getLocalName(), text));
    }

    // A lone surrogate is no text: no syntax and no disk carries it.
    private static String unicode(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return text.codePoints()
                        .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
