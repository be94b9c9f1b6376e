/// What is at the end of a link, asked once: dated observations with a verdict. Start at [LinkInspector].
@NullMarked
package tw.touchstone.inspection.link;

import org.jspecify.annotations.NullMarked;
