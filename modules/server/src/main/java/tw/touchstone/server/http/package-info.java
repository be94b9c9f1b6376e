/// What HTTP asks of every answer: refusals in RFC 9457 form, entity tags, access from other sites.
/// Start with [Problem].
@NullMarked
package tw.touchstone.server.http;

import org.jspecify.annotations.NullMarked;
