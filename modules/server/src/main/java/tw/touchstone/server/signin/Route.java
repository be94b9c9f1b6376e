package tw.touchstone.server.signin;

import org.springframework.http.HttpMethod;

/// One line of the authorisation table.
///
/// @param pattern exactly as in the controller's mapping
public record Route(HttpMethod method, String pattern, Access access) {

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
