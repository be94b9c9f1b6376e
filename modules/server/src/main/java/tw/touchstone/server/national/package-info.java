/// The catalogue in the shapes of the national portal, for programs written for it. Start with [NationalController]
/// and [ExportController].
@NullMarked
package tw.touchstone.server.national;

import org.jspecify.annotations.NullMarked;
