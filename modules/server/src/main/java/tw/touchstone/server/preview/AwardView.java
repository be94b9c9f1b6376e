package tw.touchstone.server.preview;

import java.util.List;
import tw.touchstone.server.layout.Badge;

/// A label or grade under one policy, as it is or would be.
///
/// @param policy name of the policy
/// @param url    its page
/// @param labels whether it awards labels, which have a badge; else `grade` names the grade
/// @param points earned of possible, and what is open; empty where the policy gives none
/// @param step   the next award up and how far it is; empty on the highest
/// @param gaps   what the next award lacks, each with whose it is and what it would bring
public record AwardView(
        String policy,
        String url,
        boolean labels,
        Badge badge,
        String grade,
        String points,
        String step,
        List<String> gaps) {

    public AwardView {
        gaps = List.copyOf(gaps);
    }
}
