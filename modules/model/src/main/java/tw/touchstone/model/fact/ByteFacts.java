package tw.touchstone.model.fact;

import java.util.Optional;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;

/// What some bytes really are. The same bytes and the same inspector give an equal value on any machine.
///
/// @param digest    of all the bytes
/// @param size      in bytes
/// @param inspector version of the inspector that looked, for example `1`
/// @param extent    how much of the bytes the content was read from
/// @param format    the format by content
/// @param formatEvidence what showed the format, in English, for example `begins with %PDF`
/// @param text      how the text is encoded; empty for binary formats
/// @param content   what is inside
/// @param geo       where the positions lie; empty where there are none
public record ByteFacts(
        Sha256 digest,
        long size,
        String inspector,
        Extent extent,
        FileFormat format,
        String formatEvidence,
        Optional<TextFacts> text,
        Content content,
        Optional<GeoProfile> geo) {}
