package tw.touchstone.server.signin;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often programs may ask, from `touchstone.rate-limit.*` settings.
///
/// @param enabled false for tests of load
/// @param address requests of one address without a token within a window, at least 1
/// @param token   requests with one token within a window, at least 1
/// @param window  how long a window lasts, one second to one hour
/// @param exempt  addresses that are not limited, such as `10.1.2.3`
@ConfigurationProperties("touchstone.rate-limit")
public record RateLimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30000") int address,
        @DefaultValue("60000") int token,
        @DefaultValue("1m") Duration window,
        @DefaultValue List<String> exempt) {

    /// @throws IllegalArgumentException for a limit or window that is none; the server does not start then
    public RateLimitSettings {
        if (address < 1 || token < 1) {
            throw new IllegalArgumentException("touchstone.rate-limit: at least one request is allowed");
        }
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("touchstone.rate-limit.window: a window lasts one second to one hour");
        }
        exempt = List.copyOf(exempt);
    }
}
