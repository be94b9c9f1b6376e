package tw.touchstone.quality.rules.star;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.FormatTraits;
import tw.touchstone.quality.KnownTerms;
import tw.touchstone.quality.Question;

/// A distribution as declared, its bytes, and what the list says of formats.
record OpenedFile(Distribution declared, ByteFacts bytes, KnownTerms terms) {

    static Optional<OpenedFile> of(Question question) {
        return question.facts()
                .bytes()
                .map(bytes -> new OpenedFile(
                        question.distribution(), bytes, question.reference().terms()));
    }

    /// The formats that matter: of the file, or of the data files in it where it is an archive.
    List<FileFormat> formats() {
        return bytes.format().kind() == FileFormat.Kind.ARCHIVE
                        && bytes.content() instanceof Content.Members(var members, _)
                ? members.stream()
                        .map(Member::format)
                        .filter(format -> terms.traits(format)
                                .filter(FormatTraits::machineReadable)
                                .isPresent())
                        .toList()
                : List.of(bytes.format());
    }

    /// Whether the file could be read as its format says.
    boolean isReadable() {
        return switch (bytes.content()) {
            case Content.Malformed _, Content.Empty _, Content.Encrypted _ -> false;
            case Content.Tables _, Content.Tree _, Content.Members _, Content.Opaque _ -> true;
        };
    }

    /// What showed the format.
    Place place() {
        return new Place(0, 0, 0, bytes.formatEvidence());
    }
}
