package tw.touchstone.server.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.server.http.Parameters;

/// The arguments of one call, of the kinds that the tool's [Inputs] say.
///
/// @param parameters those that the interface over HTTP has as parameters, by the same names
/// @param documents  those that are JSON objects
record Arguments(Parameters parameters, Map<String, Map<String, Object>> documents) {

    Arguments {
        documents = Map.copyOf(documents);
    }

    Optional<String> text(String name) {
        return parameters.one(name);
    }

    /// A text that the inputs require.
    String required(String name) {
        return text(name).orElseThrow();
    }

    List<String> texts(String name) {
        return parameters.all(name);
    }

    int number(String name, int least, int most, int usual) {
        return parameters.number(name, least, most).map(Long::intValue).orElse(usual);
    }

    Optional<Map<String, Object>> document(String name) {
        return Optional.ofNullable(documents.get(name));
    }
}
