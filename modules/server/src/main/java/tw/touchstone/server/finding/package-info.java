/// The search page, and lists of datasets on other pages. Start with [SearchController].
@NullMarked
package tw.touchstone.server.finding;

import org.jspecify.annotations.NullMarked;
