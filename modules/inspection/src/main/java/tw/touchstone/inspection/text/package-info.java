/// Text encodings by strict decoding. Start at [EncodingDetector].
@NullMarked
package tw.touchstone.inspection.text;

import org.jspecify.annotations.NullMarked;
