package tw.touchstone.quality;

import tw.touchstone.model.LangText;

/// What a policy awards: one of its own grades, or a label of the national ladder.
///
/// @param code  permanent within the policy, for example `excellent` or `gold`
/// @param title the name shown to people
public record Grade(String code, LangText title) {

    /// Too little could be asked to say anything.
    public static final Grade UNGRADED = new Grade("ungraded", LangText.of("不評級", "Ungraded"));

    /// No step or band was reached.
    public static final Grade NONE = new Grade("none", LangText.of("無", "None"));
}
