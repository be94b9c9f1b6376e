package tw.touchstone.quality.rules.mqa;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.FormatTraits;
import tw.touchstone.quality.KnownTerms;
import tw.touchstone.quality.Question;

/// The format and media type a distribution declares, and what the lists say of them.
record DeclaredFormat(Distribution distribution, KnownTerms terms) {

    static Optional<DeclaredFormat> of(Question question) {
        return Optional.of(
                new DeclaredFormat(question.distribution(), question.reference().terms()));
    }

    Optional<FormatTraits> format() {
        return distribution.format().flatMap(terms::traits);
    }

    /// The format that is usually served with the declared media type.
    Optional<FormatTraits> mediaType() {
        var bare = distribution.mediaType().map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        return bare.flatMap(name -> Stream.of(FileFormat.values())
                .filter(format -> format != FileFormat.UNKNOWN && format.mediaType().equals(name))
                .findFirst()
                .flatMap(terms::traits));
    }

    /// Whether both are of the lists.
    boolean isAligned() {
        return format().filter(FormatTraits::listed).isPresent()
                && distribution.mediaType().filter(terms::isMediaType).isPresent();
    }

    /// Whether either of the two has a trait.
    boolean either(Predicate<FormatTraits> trait) {
        return Stream.of(format(), mediaType()).flatMap(Optional::stream).anyMatch(trait);
    }

    /// Both as declared, for a finding.
    LangText words() {
        var words = Stream.of(distribution.format().map(FileFormat::display), distribution.mediaType())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return words.isEmpty()
                ? LangText.of("沒有可辨識的檔案格式或媒體類型", "no format or media type that is known")
                : LangText.of(words, words);
    }
}
