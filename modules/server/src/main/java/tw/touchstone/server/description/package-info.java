/// What programs can ask here, for programs and for those who write them. Start with [DescriptionController].
@NullMarked
package tw.touchstone.server.description;

import org.jspecify.annotations.NullMarked;
