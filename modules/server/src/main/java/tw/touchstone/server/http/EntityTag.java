package tw.touchstone.server.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.Sha256;

/// Names one state of one representation; always a strong one. (RFC 9110, section 8.8.3)
///
/// @param opaque what stands between the quotation marks
public record EntityTag(String opaque) {

    private static final Pattern LISTED = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(?:,|$)");

    /// The tag of a dataset's record, which stands at a change number.
    public static EntityTag of(long number) {
        return new EntityTag(Long.toString(number));
    }

    /// The tag of exactly these bytes.
    public static EntityTag of(Sha256 digest) {
        return new EntityTag(digest.hex());
    }

    /// As it stands in a header, with its quotation marks.
    public String header() {
        return '"' + opaque + '"';
    }

    /// Whether a client that sent this `If-None-Match` has this state already. (section 13.1.2, weak comparison)
    public boolean isIn(Optional<String> ifNoneMatch) {
        return ifNoneMatch
                .filter(header -> header.strip().equals("*") || tags(header, true).contains(this))
                .isPresent();
    }

    /// The strong tags of an `If-Match` or `If-Range`; weak ones never match and are left out. (section 13.1.1)
    public static List<EntityTag> strong(String header) {
        return tags(header, false);
    }

    private static List<EntityTag> tags(String header, boolean weakToo) {
        return LISTED.matcher(header)
                .results()
                .filter(each -> weakToo || each.group(1) == null)
                .map(each -> new EntityTag(each.group(2)))
                .toList();
    }
}
