/// The metadata quality assessment of data.europa.eu: 23 metrics, one final class per rule. Start with [MqaRules].
///
/// It asks the metadata and the link, never the bytes: a second score that can be compared with other catalogues'.
@NullMarked
package tw.touchstone.quality.rules.mqa;

import org.jspecify.annotations.NullMarked;
