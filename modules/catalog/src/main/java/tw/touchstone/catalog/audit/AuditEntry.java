package tw.touchstone.catalog.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Sha256;

/// One line of the audit log.
///
/// @param number   from 1, without gaps
/// @param actor    name of the account that did it
/// @param action   code of what was done
/// @param subject  to what: a name, an identifier; may be empty
/// @param detail   in a few words; never a secret
/// @param address  network address it came from; empty where it came from none
/// @param previous digest of the entry before; empty for the first
/// @param digest   of everything above
public record AuditEntry(
        long number,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        String address,
        String previous,
        String digest) {

    /// The digest an entry with this content has to have. Lengths go in, so that no text can move into its neighbour.
    String expectedDigest() {
        var text = List.of(
                        String.valueOf(number), SqlInstant.text(at), actor, action, subject, detail, address, previous)
                .stream()
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining(","));
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    AuditEntry sealed() {
        return new AuditEntry(number, at, actor, action, subject, detail, address, previous, expectedDigest());
    }
}
