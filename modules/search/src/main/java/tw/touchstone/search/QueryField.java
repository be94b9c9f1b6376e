package tw.touchstone.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.touchstone.model.Label;

/// What can stand before a colon in a typed text, in English and in Chinese: `title:`, `標題：`.
enum QueryField {
    TITLE("title 標題 名稱 标题", Optional.of(TextField.TITLE)),
    KEYWORD("keyword 關鍵字 关键字", Optional.of(TextField.KEYWORDS)),
    AGENCY("agency publisher 機關 机关", Optional.of(TextField.AGENCY)),
    THEME("theme 主題 主题", Optional.of(TextField.THEMES)),
    COLUMN("column 欄位 栏位", Optional.of(TextField.COLUMNS)),
    DESCRIPTION("description 描述 說明", Optional.of(TextField.DESCRIPTION)),
    VALUE("value 值", Optional.of(TextField.VALUES)),
    /// Codes of formats, several divided by commas.
    FORMAT("format 格式", Optional.empty()),
    /// A label, or a range of the four that are awarded: `>=silver`, `銅..金`.
    LABEL("label 標章 标章", Optional.empty()),
    /// A grade, or several divided by commas.
    GRADE("grade 等級", Optional.empty()),
    /// Days of the last change: `2024`, `113-05`, `>=2024-01-01`, `2020..2022`.
    MODIFIED("modified 更新", Optional.empty());

    private static final int MAX_VALUES = 10;

    private static final Map<String, QueryField> BY_NAME = Arrays.stream(values())
            .flatMap(field -> Arrays.stream(field.names.split(" ")).map(name -> Map.entry(name, field)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final int LONGEST = 12;

    private final String names;
    private final Optional<TextField> part;

    QueryField(String names, Optional<TextField> part) {
        this.names = names;
        this.part = part;
    }

    /// A name that stands in a text.
    ///
    /// @param end offset behind its colon
    record Named(QueryField field, int end) {}

    /// The name that begins at a place of a text and is followed by a colon.
    static Optional<Named> at(String text, int start) {
        for (int colon = start + 1; colon < Math.min(text.length(), start + LONGEST); colon++) {
            if (text.charAt(colon) == ':' || text.charAt(colon) == '：') {
                int end = colon + 1;
                var name = text.substring(start, colon).toLowerCase(Locale.ROOT);
                return Optional.ofNullable(BY_NAME.get(name)).map(field -> new Named(field, end));
            }
        }
        return Optional.empty();
    }

    /// The part of a dataset whose text this asks; empty where it asks no text.
    Optional<TextField> part() {
        return part;
    }

    /// The condition that a value sets; empty where this asks a text, or cannot have the value.
    Optional<Narrowing> narrowing(String value, boolean unwanted) {
        return switch (this) {
            case FORMAT -> codes(value).map(codes -> new Narrowing.Values(Facet.FORMAT, codes, unwanted));
            case GRADE -> codes(value).map(codes -> new Narrowing.Values(Facet.GRADE, codes, unwanted));
            case LABEL -> labels(value).map(codes -> new Narrowing.Values(Facet.LABEL, codes, unwanted));
            case MODIFIED -> DayRange.read(value).map(days -> new Narrowing.Modified(days.first(), days.last(), unwanted));
            case TITLE, KEYWORD, AGENCY, THEME, COLUMN, DESCRIPTION, VALUE -> Optional.empty();
        };
    }

    private static Optional<Set<String>> codes(String value) {
        var codes = Arrays.stream(value.toLowerCase(Locale.ROOT).split("[,，、]"))
                .filter(code -> !code.isBlank())
                .limit(MAX_VALUES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
    }

    private static Optional<Set<String>> labels(String value) {
        int range = value.indexOf("..");
        if (range >= 0) {
            var first = label(value.substring(0, range));
            var last = label(value.substring(range + 2));
            return first.isPresent() && last.isPresent()
                    ? between(first.get(), last.get())
                    : Optional.empty();
        }
        for (var sign : List.of(">=", "<=", ">", "<")) {
            if (value.startsWith(sign)) {
                return label(value.substring(sign.length())).flatMap(label -> switch (sign) {
                    case ">=" -> between(label, Label.PLATINUM);
                    case "<=" -> between(Label.BRONZE, label);
                    case ">" -> without(label, between(label, Label.PLATINUM));
                    default -> without(label, between(Label.BRONZE, label));
                });
            }
        }
        var found = Arrays.stream(value.split("[,，、]"))
                .map(QueryField::label)
                .flatMap(Optional::stream)
                .map(Label::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /// The awarded labels from one to another, both included.
    private static Optional<Set<String>> between(Label one, Label other) {
        return one.isAwarded() && other.isAwarded()
                ? Optional.of(Arrays.stream(Label.values())
                        .filter(label -> (one.compareTo(label) <= 0 && label.compareTo(other) <= 0)
                                || (other.compareTo(label) <= 0 && label.compareTo(one) <= 0))
                        .map(Label::code)
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                : Optional.empty();
    }

    private static Optional<Set<String>> without(Label label, Optional<Set<String>> labels) {
        labels.ifPresent(codes -> codes.remove(label.code()));
        return labels;
    }

    private static Optional<Label> label(String text) {
        var name = text.strip();
        return Arrays.stream(Label.values())
                .filter(label -> label.code().equalsIgnoreCase(name)
                        || label.displayName().byLanguage().values().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /// Days from one to another, both included; either may be open.
    record DayRange(Optional<LocalDate> first, Optional<LocalDate> last) {

        private static final int REPUBLIC = 1911;

        static Optional<DayRange> read(String value) {
            int range = value.indexOf("..");
            if (range >= 0) {
                var from = span(value.substring(0, range));
                var to = span(value.substring(range + 2));
                boolean readable = (from.isPresent() || range == 0)
                        && (to.isPresent() || range + 2 == value.length())
                        && (from.isPresent() || to.isPresent());
                return readable
                        ? Optional.of(new DayRange(from.flatMap(DayRange::first), to.flatMap(DayRange::last)))
                        : Optional.empty();
            }
            for (var sign : List.of(">=", "<=", ">", "<")) {
                if (value.startsWith(sign)) {
                    return span(value.substring(sign.length())).map(days -> switch (sign) {
                        case ">=" -> new DayRange(days.first, Optional.empty());
                        case "<=" -> new DayRange(Optional.empty(), days.last);
                        case ">" -> new DayRange(days.last.map(day -> day.plusDays(1)), Optional.empty());
                        default -> new DayRange(Optional.empty(), days.first.map(day -> day.minusDays(1)));
                    });
                }
            }
            return span(value);
        }

        /// A year, a month or a day, in the common era or, with three digits, in that of the Republic.
        private static Optional<DayRange> span(String text) {
            var parts = text.strip().split("[-/]", -1);
            if (parts.length > 3
                    || !parts[0].matches("[12][0-9]{3}|[0-9]{2,3}")
                    || Arrays.stream(parts).skip(1).anyMatch(part -> !part.matches("[0-9]{1,2}"))) {
                return Optional.empty();
            }
            int year = Integer.parseInt(parts[0]) + (parts[0].length() < 4 ? REPUBLIC : 0);
            int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
            if (month < 1 || month > 12 || day < 1 || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
                return Optional.empty();
            }
            var first = LocalDate.of(year, month, day);
            var last = switch (parts.length) {
                case 1 -> first.plusYears(1).minusDays(1);
                case 2 -> first.plusMonths(1).minusDays(1);
                default -> first;
            };
            return Optional.of(new DayRange(Optional.of(first), Optional.of(last)));
        }
    }
}
