package tw.touchstone.server.signin;

import java.util.regex.Pattern;

/// Where somebody is led after signing in: an address of this site, and never of another.
public final class LocalAddress {

    // One slash and then anything but another one or a backslash, which browsers take for one.
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");

    private LocalAddress() {}

    /// The address, where it is one of ours; else empty.
    public static String of(String address) {
        return OURS.matcher(address).matches() ? address : "";
    }
}
