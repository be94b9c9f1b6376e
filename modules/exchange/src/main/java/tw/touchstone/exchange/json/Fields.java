package tw.touchstone.exchange.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import tw.touchstone.model.LangText;

/// The members of one JSON object, read by name; whatever is not asked for is an error at the end.
final class Fields {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?");

    private final Node.Obj node;
    private final String path;
    private final Errors errors;
    private final Set<String> asked = new HashSet<>();

    Fields(Node.Obj node, String path, Errors errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /// Reads a node as an object's fields.
    static Optional<Fields> of(Node node, String path, Errors errors) {
        if (node instanceof Node.Obj object) {
            return Optional.of(new Fields(object, path, errors));
        }
        wrongKind(node, path, errors, "物件", "an object");
        return Optional.empty();
    }

    int line() {
        return node.line();
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    void error(String name, String zh, String en) {
        int line = Optional.ofNullable(node.members().get(name)).map(Node::line).orElse(node.line());
        errors.add(path(name), line, zh, en);
    }

    Optional<Node> get(String name) {
        asked.add(name);
        return Optional.ofNullable(node.members().get(name)).filter(value -> !(value instanceof Node.Null));
    }

    Optional<String> text(String name) {
        return get(name).flatMap(value -> text(value, path(name)));
    }

    /// A text that means something; where it does not, the two messages say what it should be.
    <T> Optional<T> value(String name, Function<String, Optional<T>> meaning, String zh, String en) {
        return get(name).flatMap(node -> value(node, path(name), meaning, zh, en));
    }

    /// A list of texts that mean something.
    <T> List<T> values(String name, Function<String, Optional<T>> meaning, String zh, String en) {
        return list(name, (node, at) -> value(node, at, meaning, zh, en));
    }

    /// A list whose items are read one by one with their path.
    <T> List<T> list(String name, BiFunction<Node, String, Optional<T>> item) {
        var items = new ArrayList<T>();
        get(name).ifPresent(value -> {
            if (value instanceof Node.Arr array) {
                for (int i = 0; i < array.items().size(); i++) {
                    item.apply(array.items().get(i), path(name) + "[" + i + "]").ifPresent(items::add);
                }
            } else {
                wrongKind(value, path(name), errors, "陣列", "an array");
            }
        });
        return items;
    }

    Optional<Fields> object(String name) {
        return get(name).flatMap(value -> of(value, path(name), errors));
    }

    Optional<Long> size(String name) {
        return get(name).flatMap(value -> {
            if (value instanceof Node.Digits number && number.value().matches("[0-9]{1,18}")) {
                return Optional.of(Long.valueOf(number.value()));
            }
            errors.add(path(name), value.line(), "須為不小於 0 的整數", "must be a whole number of at least 0");
            return Optional.empty();
        });
    }

    /// Whether a member says `true`; absent is `false`.
    boolean flag(String name) {
        return get(name)
                .map(value -> {
                    if (value instanceof Node.Bool bool) {
                        return bool.value();
                    }
                    wrongKind(value, path(name), errors, "true 或 false", "true or false");
                    return false;
                })
                .orElse(false);
    }

    Optional<BigDecimal> decimal(String name) {
        return get(name).flatMap(value -> decimal(value, path(name), errors));
    }

    /// A number; one with more digits or a longer exponent than any measure has is an error.
    static Optional<BigDecimal> decimal(Node value, String at, Errors errors) {
        if (!(value instanceof Node.Digits number)) {
            wrongKind(value, at, errors, "數字", "a number");
            return Optional.empty();
        }
        if (!DECIMAL.matcher(number.value()).matches()) {
            errors.add(at, value.line(), "數字的位數過多", "the number has too many digits");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(number.value()));
    }

    LangText langText(String name) {
        var texts = object(name).map(Fields::texts).orElse(Map.of());
        for (var language : texts.keySet()) {
            if (!LANGUAGE.matcher(language).matches()) {
                error(
                        name,
                        "「" + Errors.shown(language) + "」不是語言代碼，例如 zh-Hant-TW",
                        "'" + Errors.shown(language) + "' is no language tag such as zh-Hant-TW");
            }
        }
        return LangText.of(texts);
    }

    /// All members as texts by name.
    Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        node.members().keySet().forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    /// Reports the members that nobody asked for.
    void end() {
        node.members().forEach((name, value) -> {
            if (!asked.contains(name)) {
                errors.add(
                        path(Errors.shown(name)), value.line(), "沒有這個屬性", "there is no property of this name");
            }
        });
    }

    Optional<String> text(Node value, String at) {
        if (value instanceof Node.Text text) {
            return Optional.of(text.value());
        }
        wrongKind(value, at, errors, "字串", "a string");
        return Optional.empty();
    }

    private <T> Optional<T> value(
            Node node, String at, Function<String, Optional<T>> meaning, String zh, String en) {
        return text(node, at).flatMap(text -> {
            var value = meaning.apply(text.strip());
            if (value.isEmpty()) {
                var shown = Errors.shown(text);
                errors.add(at, node.line(), "「" + shown + "」" + zh, "'" + shown + "' " + en);
            }
            return value;
        });
    }

    private static void wrongKind(Node node, String path, Errors errors, String zh, String en) {
        errors.add(path, node.line(), "須為" + zh, "must be " + en + ", not " + node.kind());
    }
}
