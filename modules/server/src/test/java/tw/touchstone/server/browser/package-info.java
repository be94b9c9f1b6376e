/// Journeys of people through the pages, in a real browser.
@NullMarked
package tw.touchstone.server.browser;

import org.jspecify.annotations.NullMarked;
