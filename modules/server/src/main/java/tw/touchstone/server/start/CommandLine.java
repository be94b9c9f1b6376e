package tw.touchstone.server.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the arguments of `touchstone serve` ask for.
public sealed interface CommandLine {

    /// They make sense.
    ///
    /// @param settings the arguments as Spring reads them
    record Understood(List<String> settings) implements CommandLine {}

    /// They do not.
    ///
    /// @param message what is wrong, in one sentence
    record NotUnderstood(String message) implements CommandLine {}

    /// Reads arguments written `--name value` or `--name=value`.
    static CommandLine read(String... arguments) {
        var options = Map.of(
                "--port", "server.port",
                "--home", "touchstone.home",
                "--base-iri", "touchstone.base-iri");
        var settings = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            var setting = Optional.ofNullable(options.get(argument));
            if (argument.equals("--no-samples")) {
                settings.add("--touchstone.samples=");
            } else if (setting.isPresent()) {
                if (i + 1 == arguments.length) {
                    return new NotUnderstood(argument + " needs a value");
                }
                settings.add("--" + setting.get() + "=" + arguments[++i]);
            } else if (argument.startsWith("--") && argument.contains("=")) {
                var name = argument.substring(0, argument.indexOf('='));
                var value = argument.substring(argument.indexOf('=') + 1);
                settings.add("--" + options.getOrDefault(name, name.substring(2)) + "=" + value);
            } else {
                return new NotUnderstood(argument + " is no option of serve: there are --port P, --home DIR, "
                        + "--no-samples and --base-iri IRI");
            }
        }
        var port = settings.stream()
                .filter(each -> each.startsWith("--server.port="))
                .map(each -> each.substring("--server.port=".length()))
                .reduce((first, last) -> last);
        if (port.isPresent() && !port.get().matches("[0-9]{1,4}|[1-5][0-9]{4}|6[0-5][0-9]{3}")) {
            return new NotUnderstood("--port takes a number from 0 to 65535, not " + port.get());
        }
        return new Understood(List.copyOf(settings));
    }
}
