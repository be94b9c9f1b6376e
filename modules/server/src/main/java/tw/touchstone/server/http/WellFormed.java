package tw.touchstone.server.http;

import java.nio.charset.StandardCharsets;

/// Texts of strangers as they can be sent back: JSON in UTF-8 has no spelling for half a surrogate pair.
public final class WellFormed {

    private WellFormed() {}

    /// The text, with a question mark in the place of every unpaired surrogate.
    public static String text(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
