package tw.touchstone.inspection.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.fact.AnomalyCode;

/// Where the user-defined characters (造字) of a Big5 text stand: 0x8140–0xA0FE, 0xC6A1–0xC8FE and 0xFA40–0xFEFE.
final class Big5UserDefined {

    private Big5UserDefined() {}

    static void find(ByteSource source, Findings findings) throws IOException {
        try (var in = new BufferedInputStream(Channels.newInputStream(source.open()), 1 << 16)) {
            long offset = 0;
            for (int lead = in.read(); lead >= 0; lead = in.read()) {
                if (lead < 0x81) {
                    offset++;
                    continue;
                }
                int trail = in.read();
                int code = lead << 8 | trail;
                if (lead <= 0xA0 || lead >= 0xFA || (code >= 0xC6A1 && code <= 0xC8FE)) {
                    findings.add(AnomalyCode.PRIVATE_USE_CHARACTER, offset, "%02x %02x".formatted(lead, trail));
                }
                offset += 2;
            }
        }
    }
}
