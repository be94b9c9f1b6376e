/// Labels as signed documents and badges, and the pages on which anyone checks them. Start with
/// [CertificateController].
@NullMarked
package tw.touchstone.server.certificates;

import org.jspecify.annotations.NullMarked;
