/// The pages of the high-value themes and the service classes. Start with [ThemeController].
@NullMarked
package tw.touchstone.server.theme;

import org.jspecify.annotations.NullMarked;
