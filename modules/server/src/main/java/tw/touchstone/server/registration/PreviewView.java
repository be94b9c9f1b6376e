package tw.touchstone.server.registration;

import java.util.List;
import tw.touchstone.server.preview.AwardView;

/// What the dataset of a form would hold if it were published like this.
///
/// @param publishable whether it would be published at all
/// @param notes       what the answer leaves out
/// @param awards      policy by policy; empty where nobody asked
/// @param failed      checks that do not hold under the policy that is shown
record PreviewView(boolean publishable, List<String> notes, List<AwardView> awards, List<FailedView> failed) {

    /// Nobody asked.
    static final PreviewView NONE = new PreviewView(true, List.of(), List.of(), List.of());

    PreviewView {
        notes = List.copyOf(notes);
        awards = List.copyOf(awards);
        failed = List.copyOf(failed);
    }

    /// A check that does not hold.
    ///
    /// @param text what was seen and expected, or why there is no verdict
    record FailedView(String name, String text) {}
}
