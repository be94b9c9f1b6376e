package tw.touchstone.server.mcp;

import java.util.Optional;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.signin.SignedIn;

/// One thing that a language model can ask of the catalogue or do in it.
interface CatalogueTool {

    /// What it is called, for programs.
    String name();

    /// What it is called, for people.
    String title();

    /// What it does, when to use it and what it answers, for a model that chooses among tools.
    String description();

    /// The arguments it takes.
    Inputs inputs();

    /// The record that its answers are; the schema of its output is made from it.
    Class<? extends Record> output();

    /// Whether it only reads.
    default boolean readOnly() {
        return true;
    }

    /// Does it.
    ///
    /// @param who whose token came with the call; empty for strangers
    /// @throws Problem with a sentence for the model that says what to do otherwise, and `field` for the argument at fault
    Answer call(Arguments arguments, Optional<SignedIn> who);

    /// What came of a call.
    ///
    /// @param words   in one or two sentences, with whence the data is
    /// @param content of the class that [#output] says
    record Answer(String words, Record content) {}
}
