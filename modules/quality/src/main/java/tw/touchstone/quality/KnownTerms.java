package tw.touchstone.quality;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;

/// The terms of the controlled lists that rules ask for. Immutable.
public final class KnownTerms {

    /// No term is known.
    public static final KnownTerms NONE = new KnownTerms(new Lists(List.of(), List.of(), List.of(), List.of(), List.of()));

    private final Set<URI> licences;
    private final Set<URI> openLicences;
    private final Set<URI> accessRights;
    private final Set<String> mediaTypes;
    private final Map<FileFormat, FormatTraits> formats;
    private final Lists lists;
    private final Sha256 digest;

    /// The lists as data.
    ///
    /// @param licences     IRIs of licences we can tell apart
    /// @param openLicences those of them that are open
    /// @param accessRights IRIs of the list of access rights
    /// @param mediaTypes   registered media types in lower case, for example `text/csv`
    /// @param formats      what is said of each format
    public record Lists(
            List<URI> licences,
            List<URI> openLicences,
            List<URI> accessRights,
            List<String> mediaTypes,
            List<FormatTraits> formats) {

        public Lists {
            licences = licences.stream().sorted().toList();
            openLicences = openLicences.stream().sorted().toList();
            accessRights = accessRights.stream().sorted().toList();
            mediaTypes = mediaTypes.stream().sorted().toList();
            formats = List.copyOf(formats);
        }
    }

    /// Terms from lists; their order has no influence, save for formats.
    public KnownTerms(Lists lists) {
        this.licences = Set.copyOf(lists.licences);
        this.openLicences = Set.copyOf(lists.openLicences);
        this.accessRights = Set.copyOf(lists.accessRights);
        this.mediaTypes = Set.copyOf(lists.mediaTypes);
        this.formats = lists.formats.stream().collect(Collectors.toMap(FormatTraits::format, Function.identity()));
        this.lists = lists;
        this.digest = Sha256.of(QualityJson.canonical(lists));
    }

    public boolean isLicence(URI iri) {
        return licences.contains(iri);
    }

    public boolean isOpenLicence(URI iri) {
        return openLicences.contains(iri);
    }

    public boolean isAccessRight(URI iri) {
        return accessRights.contains(iri);
    }

    /// Whether a media type is registered, parameters behind it left aside.
    public boolean isMediaType(String name) {
        int parameters = name.indexOf(';');
        var bare = parameters < 0 ? name : name.substring(0, parameters);
        return mediaTypes.contains(bare.strip().toLowerCase(Locale.ROOT));
    }

    /// What is said of a format; empty where nothing is.
    public Optional<FormatTraits> traits(FileFormat format) {
        return Optional.ofNullable(formats.get(format));
    }

    /// The lists as data.
    public Lists lists() {
        return lists;
    }

    /// Of the lists.
    public Sha256 digest() {
        return digest;
    }
}
