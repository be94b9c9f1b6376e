package tw.touchstone.fetch;

import java.util.function.LongSupplier;

/// Who asks, whom it may reach, whom it believes.
///
/// @param userAgent       who we are and where to complain, for example `Touchstone/0.1 (+https://example.org/about)`
/// @param loopbackAllowed whether this machine may be reached, for tests and for a catalogue beside its own file server
/// @param names           how host names are resolved
/// @param trust           whose certificates are believed
/// @param nanos           what the time taken is read from, [System#nanoTime] but in tests
public record FetchSettings(
        String userAgent, boolean loopbackAllowed, NameResolver names, Trust trust, LongSupplier nanos) {

    /// For the public Internet and the authorities that Java knows.
    public static FetchSettings of(String userAgent) {
        return new FetchSettings(userAgent, false, NameResolver.SYSTEM, Trust.standard(), System::nanoTime);
    }

    /// These settings with this machine as another place that may be reached, or not.
    public FetchSettings loopback(boolean allowed) {
        return new FetchSettings(userAgent, allowed, names, trust, nanos);
    }

    /// These settings with another resolver.
    public FetchSettings resolvingBy(NameResolver other) {
        return new FetchSettings(userAgent, loopbackAllowed, other, trust, nanos);
    }

    /// These settings with other authorities.
    public FetchSettings trusting(Trust other) {
        return new FetchSettings(userAgent, loopbackAllowed, names, other, nanos);
    }

    /// These settings with another measure of time taken.
    public FetchSettings timedBy(LongSupplier other) {
        return new FetchSettings(userAgent, loopbackAllowed, names, trust, other);
    }
}
