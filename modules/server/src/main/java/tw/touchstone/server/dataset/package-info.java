/// The page of a dataset with its label and the reasons for it. Start with [DatasetController].
@NullMarked
package tw.touchstone.server.dataset;

import org.jspecify.annotations.NullMarked;
