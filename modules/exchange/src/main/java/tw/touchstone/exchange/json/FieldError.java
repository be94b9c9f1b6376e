package tw.touchstone.exchange.json;

import java.util.Optional;
import tw.touchstone.model.LangText;

/// What is wrong with one place of a document.
///
/// @param path    for example `distributions[0].licence`; empty where the document as a whole is meant
/// @param line    from 1
/// @param message in Chinese and English
public record FieldError(String path, Optional<Integer> line, LangText message) {}
