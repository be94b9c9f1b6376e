/// How others notice what is here: news feeds, the site map, rules for robots, `data.json`. Start with [FeedController].
@NullMarked
package tw.touchstone.server.feeds;

import org.jspecify.annotations.NullMarked;
