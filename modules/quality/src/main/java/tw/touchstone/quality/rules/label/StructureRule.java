package tw.touchstone.quality.rules.label;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// The file is of a structured type, and keeps to the rules of that type. (指標 3 結構化檔案類型)
///
/// An archive is what it holds: at least one structured file, and nothing made for people or for the eye but text files.
final class StructureRule implements QualityRule<Structured> {

    @Override
    public Metric metric() {
        return Metric.STRUCTURE;
    }

    @Override
    public Outcome evaluate(Structured facts) {
        var bytes = facts.bytes();
        return switch (bytes.content()) {
            case Content.Malformed(var reason, var place) ->
                new Failed(new Evidence(
                        1, 1, new Finding(broken(bytes.format(), reason), expected(facts.formats())), List.of(place)));
            case Content.Encrypted _ ->
                new Failed(new Evidence(
                        1,
                        1,
                        new Finding(
                                LangText.of("須有密碼才能開啟的檔案", "a file that opens with a password only"),
                                expected(facts.formats())),
                        List.of(beginning(bytes))));
            case Content.Members(var members, _) when bytes.format().kind() == FileFormat.Kind.ARCHIVE ->
                archive(bytes, members, facts.formats());
            default -> file(bytes, facts.formats());
        };
    }

    private static Outcome file(ByteFacts bytes, SortedSet<FileFormat> formats) {
        var name = bytes.format().display();
        var finding = new Finding(LangText.of(name + " 檔案", "a file of format " + name), expected(formats));
        return formats.contains(bytes.format())
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of(beginning(bytes))));
    }

    private static Outcome archive(ByteFacts bytes, List<Member> members, SortedSet<FileFormat> formats) {
        long structured = members.stream()
                .filter(member -> formats.contains(member.format()) && isReadable(member))
                .count();
        var unstructured = members.stream()
                .filter(member -> formats.contains(member.format())
                        ? !isReadable(member)
                        : isForPeople(member.format()))
                .toList();
        var finding = new Finding(
                LangText.of(
                        "壓縮檔內 %d 個檔案，其中 %d 個為結構化".formatted(members.size(), structured),
                        "an archive of %d files, %d of them structured".formatted(members.size(), structured)),
                expected(formats));
        if (structured > 0 && unstructured.isEmpty()) {
            return Outcome.passed(members.size(), finding);
        }
        var samples = unstructured.stream()
                .limit(Evidence.SAMPLES)
                .map(member -> new Place(0, 0, -1, Texts.shortened(member.path())))
                .toList();
        return new Failed(new Evidence(members.size(), Math.max(1, unstructured.size()), finding, samples.isEmpty() ? List.of(beginning(bytes)) : samples));
    }

    /// Where it was told what the file is.
    private static Place beginning(ByteFacts bytes) {
        return new Place(0, 0, 0, bytes.formatEvidence());
    }

    /// A member that was not unpacked gets the benefit of the doubt.
    private static boolean isReadable(Member member) {
        return member.facts()
                .map(ByteFacts::content)
                .filter(content -> content instanceof Content.Malformed || content instanceof Content.Encrypted)
                .isEmpty();
    }

    /// Text files are let pass: archives of data bring their read-me along.
    private static boolean isForPeople(FileFormat format) {
        return format.kind() == FileFormat.Kind.MEDIA
                || (format.kind() == FileFormat.Kind.DOCUMENT && format != FileFormat.TXT);
    }

    private static LangText broken(FileFormat format, String reason) {
        return LangText.of(
                "%s 檔案無法解析：%s".formatted(format.display(), Texts.shortened(reason)),
                "a file of format %s that cannot be read: %s".formatted(format.display(), Texts.shortened(reason)));
    }

    private static LangText expected(SortedSet<FileFormat> formats) {
        var names = formats.stream().map(FileFormat::display).collect(Collectors.joining(", "));
        return LangText.of("可解析的結構化檔案（" + names + "）", "a readable file of a structured type (" + names + ")");
    }
}
