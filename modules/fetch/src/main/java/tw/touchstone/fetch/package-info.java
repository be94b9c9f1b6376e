/// The product's one outgoing HTTP client: every request that leaves goes through [Fetcher].
@NullMarked
package tw.touchstone.fetch;

import org.jspecify.annotations.NullMarked;
