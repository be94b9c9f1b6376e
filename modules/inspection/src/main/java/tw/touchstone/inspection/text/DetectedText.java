package tw.touchstone.inspection.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.fact.TextFacts;

/// A text's encoding as a fact, and how to read it nevertheless where the fact is "unknown".
///
/// @param readAs the encoding with the fewest contradictions
/// @param skip   bytes of the byte order mark
public record DetectedText(TextFacts facts, Charset readAs, int skip) {

    /// The text from its first character; what does not decode becomes U+FFFD. The caller closes it.
    public Reader open(ByteSource source) throws IOException {
        return new InputStreamReader(
                openBytes(source),
                readAs.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /// The bytes behind the byte order mark. The caller closes them.
    public InputStream openBytes(ByteSource source) throws IOException {
        var channel = source.open();
        channel.position(skip);
        return Channels.newInputStream(channel);
    }
}
