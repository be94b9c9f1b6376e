package tw.touchstone.inspection.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.FileFormat;

/// Formats that begin with a signature.
public final class Magic {

    /// @param bytes as the characters U+0000 to U+00FF
    private record Signature(int offset, String bytes, FileFormat format, String evidence) {}

    private static final List<Signature> SIGNATURES = List.of(
            text(0, "%PDF-", FileFormat.PDF),
            text(0, "PAR1", FileFormat.PARQUET),
            hex("504b0304", FileFormat.ZIP, "begins with PK"),
            hex("504b0506", FileFormat.ZIP, "begins with PK"),
            hex("504b0708", FileFormat.ZIP, "begins with PK"),
            hex("1f8b08", FileFormat.GZIP, "begins with the gzip signature"),
            hex("377abcaf271c", FileFormat.SEVEN_ZIP, "begins with 7z"),
            hex("526172211a07", FileFormat.RAR, "begins with Rar!"),
            hex("d0cf11e0a1b11ae1", FileFormat.XLS, "begins with the OLE2 signature"),
            hex("ffd8ff", FileFormat.JPEG, "begins with the JPEG signature"),
            hex("89504e470d0a1a0a", FileFormat.PNG, "begins with the PNG signature"),
            text(0, "GIF87a", FileFormat.GIF),
            text(0, "GIF89a", FileFormat.GIF),
            hex("49492a00", FileFormat.TIFF, "begins with the TIFF signature"),
            hex("4d4d002a", FileFormat.TIFF, "begins with the TIFF signature"),
            text(0, "ID3", FileFormat.MP3),
            text(4, "ftyp", FileFormat.MP4),
            text(257, "ustar", FileFormat.TAR),
            text(0, "SQLite format 3", FileFormat.SQLITE),
            hex("894844460d0a1a0a", FileFormat.HDF5, "begins with the HDF5 signature"),
            hex("43444601", FileFormat.NETCDF, "begins with CDF"),
            hex("43444602", FileFormat.NETCDF, "begins with CDF"),
            hex("43444605", FileFormat.NETCDF, "begins with CDF"),
            text(0, "BZh", FileFormat.UNKNOWN),
            hex("fd377a585a00", FileFormat.UNKNOWN, "begins with the xz signature"),
            hex("28b52ffd", FileFormat.UNKNOWN, "begins with the Zstandard signature"),
            hex("0000270a00000000", FileFormat.SHP, "begins with the shapefile code 9994"));

    private Magic() {}

    /// The format a signature shows; empty where there is none.
    public static Optional<Recognised> of(byte[] head) {
        return SIGNATURES.stream()
                .filter(signature -> matches(head, signature))
                .findFirst()
                .map(signature -> new Recognised(signature.format(), signature.evidence()));
    }

    private static boolean matches(byte[] head, Signature signature) {
        var bytes = signature.bytes();
        if (head.length < signature.offset() + bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((head[signature.offset() + i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Signature text(int offset, String text, FileFormat format) {
        var evidence = offset == 0 ? "begins with " + text : "has " + text + " at byte " + offset;
        return new Signature(offset, text, format, evidence);
    }

    private static Signature hex(String hex, FileFormat format, String evidence) {
        return new Signature(
                0, new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1), format, evidence);
    }
}
