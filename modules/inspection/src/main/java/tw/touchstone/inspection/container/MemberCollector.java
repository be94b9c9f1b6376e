package tw.touchstone.inspection.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.touchstone.inspection.container.MemberInspector.SideTexts;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;

/// Gathers an archive's members: unpacks each within the caps, has it inspected, and notes what is odd about it.
final class MemberCollector {

    /// Opens a member's unpacked bytes.
    @FunctionalInterface
    interface Data {
        InputStream open() throws IOException;
    }

    private static final Pattern UNSAFE = Pattern.compile("^([/\\\\]|[A-Za-z]:)|(^|[/\\\\])\\.\\.([/\\\\]|$)");

    private final MemberInspector inspector;
    private final UnpackBudget budget;
    private final long allowance;
    private final SideTexts beside;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private final AnomalyTally anomalies = new AnomalyTally();
    private Extent extent = new Extent.Whole();
    private long unpacked;
    private String lastBroken = "";

    /// @param packed size of the archive in bytes
    MemberCollector(MemberInspector inspector, UnpackBudget budget, long packed, SideTexts beside) {
        this.inspector = inspector;
        this.budget = budget;
        this.allowance = UnpackBudget.allowance(packed);
        this.beside = beside;
    }

    /// Whether no more members may be looked at; says so in the extent.
    boolean isFull() {
        if (!budget.hasMembers()) {
            stopped(new Extent.Partial("members", UnpackBudget.MEMBERS));
            return true;
        }
        return false;
    }

    void note(AnomalyCode code, String path, String seen) {
        anomalies.add(code, new Place(path, 0, 0, -1, seen));
    }

    /// Adds a member that is only listed.
    void listed(String path, long size) {
        named(path);
        members.add(new Member(path, Math.max(0, size), FileFormat.UNKNOWN));
    }

    private void named(String path) {
        budget.member();
        if (UNSAFE.matcher(path).find()) {
            note(AnomalyCode.UNSAFE_PATH, path, path);
        }
        if (!paths.add(path)) {
            note(AnomalyCode.DUPLICATE_MEMBER, path, path);
        }
    }

    /// Adds a member whose bytes can be unpacked.
    ///
    /// @param declared unpacked size as the archive says; negative where it does not
    void file(String path, long declared, Data data) throws IOException {
        named(path);
        if (declared > left()) {
            oversized(path, declared, declared + " bytes");
            try (var in = data.open()) {
                members.add(new Member(path, declared, sniffed(in.readNBytes(MemberInspector.HEAD))));
            } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
                broken(path, e);
                members.add(new Member(path, declared, FileFormat.UNKNOWN));
            }
            return;
        }
        try (var in = data.open();
                var spool = Spool.of(in, left())) {
            budget.unpacked(spool.size());
            unpacked += spool.size();
            var head = sniffed(spool.head());
            if (!spool.isWhole()) {
                oversized(path, spool.size(), "more than " + spool.size() + " bytes");
                members.add(new Member(path, Math.max(declared, spool.size()), head));
            } else if (spool.failure().isPresent()) {
                broken(path, spool.failure().get());
                members.add(new Member(path, Math.max(declared, spool.size()), head));
            } else {
                var facts = facts(spool, path);
                members.add(new Member(
                        path, spool.size(), facts.map(ByteFacts::format).orElse(head), facts));
            }
        } catch (MemberFailed e) {
            broken(path, e);
            members.add(new Member(path, Math.max(0, declared), FileFormat.UNKNOWN));
        }
    }

    /// A member whose bytes cannot even be opened.
    static final class MemberFailed extends IOException {
        private static final long serialVersionUID = 1;

        MemberFailed(String reason) {
            super(reason);
        }
    }

    private Optional<ByteFacts> facts(Spool spool, String path) {
        if (!budget.hasColumns()) {
            stopped(new Extent.Partial("member-columns", UnpackBudget.COLUMNS));
            return Optional.empty();
        }
        var facts = inspector.facts(spool, path, beside);
        budget.kept(facts);
        return Optional.of(facts);
    }

    private long left() {
        return Math.min(budget.bytesLeft(), allowance - unpacked);
    }

    private void oversized(String path, long size, String seen) {
        note(AnomalyCode.OVERSIZED_MEMBER, path, seen);
        boolean ratio = allowance - unpacked < size && allowance < UnpackBudget.UNPACKED;
        stopped(ratio
                ? new Extent.Partial("ratio", allowance)
                : new Extent.Partial("unpacked-bytes", UnpackBudget.UNPACKED));
    }

    void broken(String path, Exception why) {
        lastBroken = path;
        var reason = Reading.message(why);
        note(AnomalyCode.BROKEN_MEMBER, path, reason.isEmpty() ? "it cannot be unpacked" : reason);
    }

    /// Whether the member added last could not be read to its end.
    boolean isLastBroken() {
        return !lastBroken.isEmpty()
                && !members.isEmpty()
                && members.getLast().path().equals(lastBroken);
    }

    private void stopped(Extent partial) {
        if (extent instanceof Extent.Whole) {
            extent = partial;
        }
    }

    private FileFormat sniffed(byte[] head) {
        return head.length == 0 ? FileFormat.UNKNOWN : inspector.format(head);
    }

    Extent extent() {
        return extent;
    }

    List<Member> members() {
        return members;
    }

    Content.Members content() {
        return new Content.Members(members, anomalies.anomalies());
    }
}
