package tw.touchstone.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tw.touchstone.model.LangText;

/// A policy file as a tree, asked by JSON pointer; what is not as asked ends the reading with a [Fault].
record PolicyTree(JsonNode root) {

    /// Ends the reading of a file; never leaves [PolicyFile].
    static final class Fault extends Exception {
        final String field;
        final String text;

        Fault(String field, String text) {
            super(text, null, false, false);
            this.field = field;
            this.text = text;
        }
    }

    static void require(boolean condition, String field, String otherwise) throws Fault {
        if (!condition) {
            throw new Fault(field, otherwise);
        }
    }

    boolean has(String field) {
        return !root.at(field).isMissingNode();
    }

    JsonNode node(String field) throws Fault {
        var node = root.at(field);
        require(!node.isMissingNode(), field, "missing");
        return node;
    }

    /// An object that has no other properties than these.
    JsonNode object(String field, Set<String> known) throws Fault {
        var node = object(field);
        for (var name : node.propertyNames()) {
            require(known.contains(name), field + "/" + name, "unknown field");
        }
        return node;
    }

    JsonNode object(String field) throws Fault {
        var node = node(field);
        require(node.isObject(), field, "not an object");
        return node;
    }

    JsonNode array(String field) throws Fault {
        var array = node(field);
        require(array.isArray(), field, "not a list");
        return array;
    }

    String text(String field) throws Fault {
        var text = node(field);
        require(text.isString(), field, "not a text");
        require(!text.asString().isBlank(), field, "empty");
        return text.asString();
    }

    LangText texts(String field) throws Fault {
        object(field, Set.of(LangText.ZH, LangText.EN));
        return LangText.of(text(field + "/" + LangText.ZH), text(field + "/" + LangText.EN));
    }

    /// A whole number that is not negative.
    int count(String field) throws Fault {
        var number = node(field);
        require(number.isInt() && number.intValue() >= 0, field, "not a whole number from 0 up");
        return number.intValue();
    }

    /// A number above zero.
    BigDecimal amount(String field) throws Fault {
        var number = node(field);
        require(number.isNumber(), field, "not a number");
        require(number.decimalValue().signum() > 0, field, "not above zero");
        return number.decimalValue();
    }

    /// A list of names, each of which is known and stands there once.
    <T> List<T> distinct(String field, Function<String, Optional<T>> known, String otherwise) throws Fault {
        var given = array(field);
        var seen = new HashSet<T>();
        var values = new ArrayList<T>();
        for (int i = 0; i < given.size(); i++) {
            var at = field + "/" + i;
            var text = text(at);
            var value = known.apply(text);
            require(value.isPresent(), at, otherwise + " '" + text + "'");
            require(seen.add(value.get()), at, "'" + text + "' stands here twice");
            values.add(value.get());
        }
        return values;
    }

    /// A list of metrics that are all among those measured.
    List<Metric> metrics(String field, List<Metric> measured) throws Fault {
        var metrics = distinct(field, Metric::ofId, "unknown metric");
        for (int i = 0; i < metrics.size(); i++) {
            require(measured.contains(metrics.get(i)), field + "/" + i, "not among the policy's metrics");
        }
        return metrics;
    }
}
