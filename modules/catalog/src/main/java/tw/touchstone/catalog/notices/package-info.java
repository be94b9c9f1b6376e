/// What the catalogue tells a member: a list on a page, and once a day by mail. Start with [Notices].
@NullMarked
package tw.touchstone.catalog.notices;

import org.jspecify.annotations.NullMarked;
