package tw.touchstone.server.download;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;

/// Under what name a downloaded file is saved: the title, which people recognise, and the suffix of the format.
final class FileName {

    private static final int LONGEST = 100;
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private FileName() {}

    /// The value of `Content-Disposition`: always an attachment, never shown in the catalogue's own pages. (RFC 6266)
    static String disposition(Dataset dataset, Distribution distribution) {
        var suffix = distribution.format().map(FileName::suffix).orElse("");
        return "attachment; filename=\"%s%s\"; filename*=UTF-8''%s"
                .formatted(distribution.id(), suffix, encoded(title(dataset, distribution, suffix)));
    }

    private static String title(Dataset dataset, Distribution distribution, String suffix) {
        var named = distribution.title().isEmpty() ? dataset.title() : distribution.title();
        var title = safe(named.best(LangText.ZH));
        if (title.isEmpty()) {
            return distribution.id() + suffix;
        }
        return title.toLowerCase(Locale.ROOT).endsWith(suffix) ? title : title + suffix;
    }

    /// Without what file systems forbid, what hides a file, and what turns text about.
    private static String safe(String title) {
        var name = title.codePoints()
                .limit(LONGEST)
                .map(character -> isForbidden(character) ? '_' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return name.strip().replaceAll("^\\.+|[. ]+$", "");
    }

    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        return "/\\:*?\"<>|".indexOf(character) >= 0
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String suffix(FileFormat format) {
        return switch (format) {
            case GZIP -> ".gz";
            case JPEG -> ".jpg";
            case API -> ".json";
            case WMS, WFS -> ".xml";
            case UNKNOWN -> "";
            default -> "." + format.code();
        };
    }

    /// `ext-value` of RFC 8187.
    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain = character < 0x80
                    && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
            text.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return text.toString();
    }
}
