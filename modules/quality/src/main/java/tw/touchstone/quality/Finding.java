package tw.touchstone.quality;

import tw.touchstone.model.LangText;

/// What was seen and what was expected, in both languages of the catalogue.
///
/// How to mend it is the metric's advice in `vocab/metrics.ttl`.
public record Finding(LangText seen, LangText expected) {}
