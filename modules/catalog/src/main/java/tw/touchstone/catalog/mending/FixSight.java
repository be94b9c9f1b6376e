package tw.touchstone.catalog.mending;

import tw.touchstone.model.LangText;

/// What there is to see of a fix.
public sealed interface FixSight {

    /// Everything it would change.
    record Shown(FixPreview preview) implements FixSight {}

    /// It was made for bytes or metadata that are no longer there; nothing was changed.
    record Outdated() implements FixSight {}

    /// It cannot be carried out.
    record Impossible(LangText reason) implements FixSight {}

    /// It would make something else worse.
    record Harmful(Forecast.Worse worse) implements FixSight {}
}
