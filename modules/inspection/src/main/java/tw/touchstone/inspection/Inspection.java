package tw.touchstone.inspection;

import tw.touchstone.model.fact.ByteFacts;

/// What became of an inspection.
public sealed interface Inspection {

    /// The bytes were read, as far as the facts say.
    record Inspected(ByteFacts facts) implements Inspection {}

    /// There are no bytes to read: our trouble or the path's, never a fact about content.
    ///
    /// @param reason `missing`, `not-a-file` (folder, device, pipe), `unreadable` or `time-cap`
    record NotInspected(String reason) implements Inspection {}
}
