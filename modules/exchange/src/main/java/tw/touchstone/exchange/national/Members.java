package tw.touchstone.exchange.national;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tw.touchstone.exchange.catalogue.PublishedUrl;
import tw.touchstone.exchange.json.FieldError;
import tw.touchstone.model.LangText;

/// The values of a record's members, and what is wrong with them. For one document.
final class Members {

    private final List<FieldError> errors = new ArrayList<>();

    /// What was wrong so far, each member once.
    List<FieldError> errors() {
        return errors;
    }

    void error(String path, String zh, String en) {
        if (errors.stream().noneMatch(each -> each.path().equals(path))) {
            errors.add(new FieldError(path, Optional.empty(), LangText.of(zh, en)));
        }
    }

    /// A text without blanks around it; a null says nothing.
    String text(String path, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            error(path, "必須是文字", "is a text");
            return "";
        }
        return value.asString().strip();
    }

    Optional<URI> url(String path, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var url = PublishedUrl.of(text);
        if (url.isEmpty()) {
            error(path, "不是可用的網址", "is no usable address");
        }
        return url;
    }

    /// The text with another one in Chinese.
    static LangText inChinese(LangText before, String text) {
        var texts = new TreeMap<>(before.byLanguage());
        texts.put(LangText.ZH, text);
        return new LangText(texts);
    }

    static Optional<String> told(String text) {
        return Optional.of(text.strip()).filter(each -> !each.isEmpty());
    }

    static List<String> words(String text, String separators) {
        return Arrays.stream(text.split(separators, -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /// Keeps a value as a national field; an empty one takes it away.
    static void keep(Map<String, String> national, String field, String value) {
        if (value.isEmpty()) {
            national.remove(field);
        } else {
            national.put(field, value);
        }
    }
}
