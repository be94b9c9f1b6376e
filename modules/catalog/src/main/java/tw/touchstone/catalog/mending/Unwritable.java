package tw.touchstone.catalog.mending;

import tw.touchstone.model.LangText;

/// Says that a file cannot be written anew, since it is not what it was found to be.
final class Unwritable extends Exception {

    private final transient LangText reason;

    Unwritable(LangText reason) {
        super(reason.best(LangText.EN));
        this.reason = reason;
    }

    /// What stands in the way, and where.
    LangText reason() {
        return reason;
    }
}
