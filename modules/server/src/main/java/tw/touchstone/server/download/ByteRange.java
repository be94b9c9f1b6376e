package tw.touchstone.server.download;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a `Range` header asks of a file. (RFC 9110, section 14)
///
/// Several ranges at once, other units and what cannot be read are ignored, as the standard allows: the whole file is
/// the answer.
sealed interface ByteRange {

    Pattern FORM = Pattern.compile("\\s*bytes\\s*=\\s*([0-9]{0,18})\\s*-\\s*([0-9]{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /// All of it.
    record Whole() implements ByteRange {}

    /// From one byte to another, both included and both there.
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /// Nothing of it is there.
    record Unsatisfiable() implements ByteRange {}

    /// Reads a header for a file of this size, which is at least one byte.
    static ByteRange of(Optional<String> header, long size) {
        var match = FORM.matcher(header.orElse(""));
        if (!match.matches()) {
            return new Whole();
        }
        var first = match.group(1);
        var last = match.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Long.parseLong(last);
        if (to < from) {
            return last.isEmpty() ? new Unsatisfiable() : new Whole();
        }
        return from < size ? new Part(from, Math.min(to, size - 1)) : new Unsatisfiable();
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - length), size - 1);
    }
}
