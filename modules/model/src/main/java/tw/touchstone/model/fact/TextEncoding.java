package tw.touchstone.model.fact;

import java.util.Locale;
import java.util.Optional;

/// A character encoding that government files are found in.
public enum TextEncoding {
    /// Only bytes below 0x80: equal in UTF-8, Big5 and most others.
    ASCII("ASCII"),
    UTF_8("UTF-8"),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    /// Big5 as every reader of it knows it: symbols and the two levels of ideographs, without user-defined characters.
    BIG5("Big5"),
    /// Big5 with what Microsoft's code page 950 has beyond: 碁銹裏墻恒粧嫺, the euro sign, lines for boxes, and places for
    /// user-defined characters (造字). Publishers call it Big5, too.
    CP950("CP950"),
    BIG5_HKSCS("Big5-HKSCS"),
    GB18030("GB18030"),
    EUC_TW("EUC-TW"),
    LATIN_1("ISO-8859-1"),
    /// None of these decodes the text without error.
    UNKNOWN("unknown");

    private final String display;

    TextEncoding(String display) {
        this.display = display;
    }

    /// The name shown to people, for example `Big5`.
    public String display() {
        return display;
    }

    /// The encoding a publisher means by a declared name (`utf8`, `BIG-5`, `cp950`, `MS950`); empty where it is none.
    public static Optional<TextEncoding> declared(String name) {
        var folded = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Optional.ofNullable(
                switch (folded) {
                    case "utf8", "utf8bom", "utf8sig", "unicode" -> UTF_8;
                    case "ascii", "usascii" -> ASCII;
                    case "big5", "ansi" -> BIG5;
                    case "cp950", "ms950", "windows950", "xxwindows950", "xwindows950" -> CP950;
                    case "big5hkscs", "hkscs" -> BIG5_HKSCS;
                    case "utf16", "utf16le", "ucs2" -> UTF_16LE;
                    case "utf16be" -> UTF_16BE;
                    case "gb2312", "gbk", "gb18030", "cp936" -> GB18030;
                    case "euctw" -> EUC_TW;
                    case "iso88591", "latin1", "windows1252", "cp1252" -> LATIN_1;
                    default -> null;
                });
    }
}
