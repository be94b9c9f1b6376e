package tw.touchstone.inspection.fault;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/// One kind of trouble and how to plant it.
///
/// @param family what it is planted into: `text`, `table`, `column`, `tree`, `archive`, `workbook`, `geo`
/// @param name   a sentence fragment that names the trouble
/// @param plant  makes a file with the trouble in it, another for every state of the random source
record Fault(String family, String name, Function<Random, Planted> plant) {

    /// A file with one fault, and what an inspection of it must say.
    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    record Planted(byte[] bytes, Consumer<Seen> expectation) {}

    @Override
    public String toString() {
        return family + ": " + name;
    }
}
