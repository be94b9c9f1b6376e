/// Datasets in the words of those who look for data elsewhere: search engines, data.json and library harvesters.
/// Start with [SchemaOrg].
@NullMarked
package tw.touchstone.exchange.discovery;

import org.jspecify.annotations.NullMarked;
