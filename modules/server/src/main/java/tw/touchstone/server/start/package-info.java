/// From the command line to an open catalogue: settings, first administrator, samples, the line on the console.
/// Start with [CatalogConfiguration].
@NullMarked
package tw.touchstone.server.start;

import org.jspecify.annotations.NullMarked;
