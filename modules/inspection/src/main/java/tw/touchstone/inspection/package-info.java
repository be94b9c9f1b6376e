/// Bytes and links to facts; judges nothing. Start at [Inspector] for bytes and at
/// [tw.touchstone.inspection.link.LinkInspector] for addresses.
@NullMarked
package tw.touchstone.inspection;

import org.jspecify.annotations.NullMarked;
