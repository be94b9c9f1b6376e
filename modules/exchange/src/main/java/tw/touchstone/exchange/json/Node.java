package tw.touchstone.exchange.json;

import java.util.List;
import java.util.Map;

/// A JSON value that knows the line it stands on.
sealed interface Node {

    int line();

    record Obj(int line, Map<String, Node> members) implements Node {}

    record Arr(int line, List<Node> items) implements Node {}

    record Text(int line, String value) implements Node {}

    record Digits(int line, String value) implements Node {}

    record Bool(int line, boolean value) implements Node {}

    record Null(int line) implements Node {}

    /// The kind's name in messages.
    default String kind() {
        return switch (this) {
            case Obj obj -> "object";
            case Arr arr -> "array";
            case Text text -> "string";
            case Digits number -> "number";
            case Bool bool -> "boolean";
            case Null none -> "null";
        };
    }
}
