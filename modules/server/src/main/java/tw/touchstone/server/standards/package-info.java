/// The register of data standards and their fields, as pages and JSON. Start with [StandardsController].
@NullMarked
package tw.touchstone.server.standards;

import org.jspecify.annotations.NullMarked;
