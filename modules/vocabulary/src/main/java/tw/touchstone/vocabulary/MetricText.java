package tw.touchstone.vocabulary;

import java.util.Optional;
import tw.touchstone.model.LangText;

/// What people read about one metric; the rule that computes it is in code, joined by the id. (`dqv:Metric`)
///
/// @param id             permanent, the last part of the metric's IRI
/// @param title          in both languages
/// @param definition     what is measured
/// @param advice         what to do when it fails
/// @param rationale      why it matters
/// @param dimension      local name of the dimension (`dqv:inDimension`)
/// @param valueType      local name of the datatype of its values (`dqv:expectedDataType`)
/// @param source         the clause it implements, an IRI or a citation
/// @param severity       `MUST`, `SHOULD` or `MAY` after the words of the source
/// @param passingExample may be [LangText#NONE]
/// @param failingExample may be [LangText#NONE]
/// @param replacedBy     the id of the metric that took its place, once it is retired
public record MetricText(
        String id,
        LangText title,
        LangText definition,
        LangText advice,
        LangText rationale,
        String dimension,
        String valueType,
        String source,
        String severity,
        LangText passingExample,
        LangText failingExample,
        Optional<String> replacedBy) {}
