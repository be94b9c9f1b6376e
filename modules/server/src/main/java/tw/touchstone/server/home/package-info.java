/// The first page. Start with [HomeController].
@NullMarked
package tw.touchstone.server.home;

import org.jspecify.annotations.NullMarked;
