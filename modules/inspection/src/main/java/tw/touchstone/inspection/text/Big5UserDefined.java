package tw.touchstone.inspection.text;

import java.io.IOException;
import java.nio.channels.Channels;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.fact.AnomalyCode;

/// Where the user-defined characters (造字) of a Big5 text stand: 0x8140–0xA0FE, 0xC6A1–0xC8FE and 0xFA40–0xFEFE.
final class Big5UserDefined {

    private Big5UserDefined() {}

    static void find(ByteSource source, Findings findings) throws IOException {
        var buffer = new byte[1 << 16];
        try (var in = Channels.newInputStream(source.open())) {
            long offset = 0;
            int lead = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++, offset++) {
                    int value = buffer[i] & 0xFF;
                    if (lead == 0) {
                        lead = value < 0x81 ? 0 : value;
                        continue;
                    }
                    int code = lead << 8 | value;
                    if (lead <= 0xA0 || lead >= 0xFA || (code >= 0xC6A1 && code <= 0xC8FE)) {
                        findings.add(
                                AnomalyCode.PRIVATE_USE_CHARACTER, offset - 1, "%02x %02x".formatted(lead, value));
                    }
                    lead = 0;
                }
            }
        }
    }
}
