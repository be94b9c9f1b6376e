package tw.touchstone.server.rules;

import java.util.List;

/// The rules of one family, in the reader's language.
///
/// @param key of the family's name in the messages
record FamilyView(String key, List<RuleView> rules) {}
