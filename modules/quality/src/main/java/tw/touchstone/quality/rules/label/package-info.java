/// The national guideline's indicators and what the label asks beside them, one final class per rule. Start with
/// [LabelRules].
@NullMarked
package tw.touchstone.quality.rules.label;

import org.jspecify.annotations.NullMarked;
