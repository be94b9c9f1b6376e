/// Finding datasets: a Lucene index of the catalogue in Chinese and English. Start with [CatalogSearch].
///
/// The index is derived: it can always be rebuilt from the store's change log, and it says up to which change it got.
@NullMarked
package tw.touchstone.search;

import org.jspecify.annotations.NullMarked;
