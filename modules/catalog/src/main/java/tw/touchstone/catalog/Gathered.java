package tw.touchstone.catalog;

import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.catalog.inspecting.LinkHistory;

/// Where facts lie once they are gathered.
record Gathered(FactsIndex facts, LinkHistory links) {

    static Gathered of(OpenHome home) {
        return new Gathered(
                new FactsIndex(home.database(), home.archive()), new LinkHistory(home.database(), home.archive()));
    }
}
