/// Formats by their first bytes or characters. Start at [Magic] for binary formats and at [TextFormats] for text.
@NullMarked
package tw.touchstone.inspection.format;

import org.jspecify.annotations.NullMarked;
