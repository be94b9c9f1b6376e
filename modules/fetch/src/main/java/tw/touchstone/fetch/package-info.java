/// The product's one outgoing HTTP client: every request that leaves goes through [Fetcher]; what robots.txt says is
/// read by [RobotsRules].
@NullMarked
package tw.touchstone.fetch;

import org.jspecify.annotations.NullMarked;
