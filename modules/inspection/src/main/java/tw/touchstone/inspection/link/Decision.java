package tw.touchstone.inspection.link;

import tw.touchstone.model.fact.LinkVerdict;

/// A verdict and its reason in kebab case.
record Decision(LinkVerdict verdict, String reason) {

    static Decision ok() {
        return new Decision(LinkVerdict.OK, "answered");
    }

    static Decision broken(String reason) {
        return new Decision(LinkVerdict.BROKEN, reason);
    }

    static Decision undecided(String reason) {
        return new Decision(LinkVerdict.UNDECIDED, reason);
    }
}
