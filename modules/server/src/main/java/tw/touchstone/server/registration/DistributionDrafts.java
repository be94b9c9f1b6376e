package tw.touchstone.server.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.Stored;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Rights;
import tw.touchstone.model.Sha256;
import tw.touchstone.vocabulary.NationalTerms;

/// Reads the part of a form that describes one distribution.
@Component
class DistributionDrafts {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");

    private final Publishing publishing;
    private final Archive archive;
    private final NationalTerms terms;
    private final Iris iris;

    DistributionDrafts(Catalog catalog) {
        this.publishing = catalog.publishing();
        this.archive = catalog.archive();
        this.terms = catalog.vocabularies().nationalTerms();
        this.iris = catalog.settings().iris();
    }

    Distribution read(
            RegistrationForm form,
            String key,
            Dataset dataset,
            List<Distribution> others,
            Optional<URI> licence,
            FormProblems problems,
            Function<String, String> say) {
        var before = before(form, key, dataset)
                .orElseGet(() -> Distribution.of(fresh(dataset, others)).build());
        var format = format(form, key, problems, say);
        var read = before.with()
                .title(title(before, form.value(key + "-title")))
                .format(format)
                .mediaType(format.equals(before.format()) ? before.mediaType() : format.map(FileFormat::mediaType))
                .encoding(Optional.of(form.value(key + "-encoding")).filter(text -> !text.isEmpty()))
                .licence(licence)
                .fields(fields(before.fields(), form, key, problems, say))
                .rights(rights(before, form, key))
                .build();
        return located(read, form, key, problems, say);
    }

    private List<FieldDescription> fields(
            List<FieldDescription> before,
            RegistrationForm form,
            String key,
            FormProblems problems,
            Function<String, String> say) {
        var lines = form.value(key + "-fields");
        boolean touched = !lines.equals(FieldLines.write(before).strip());
        var fields = touched ? FieldLines.read(lines, terms) : before;
        if (!form.value(DocumentationFilling.MARK).equals("true")) {
            return touched ? FieldDictionary.carried(fields, before) : fields;
        }
        var input = key + "-dictionary";
        boolean untouched = form.value(input).equals(FieldDictionary.write(before).strip());
        return untouched
                ? FieldDictionary.carried(fields, before)
                : FieldDictionary.read(form.value(input), fields, before, say, problems, input);
    }

    private static Optional<Rights> rights(Distribution before, RegistrationForm form, String key) {
        var was = before.rights().orElse(Rights.NONE);
        var typed = form.value(key + "-rights");
        boolean touched = form.value(DocumentationFilling.MARK).equals("true")
                && !typed.equals(was.statement().toString());
        return Optional.of(touched ? new Rights(LangText.zh(typed), was.page()) : was);
    }

    private static Optional<Distribution> before(RegistrationForm form, String key, Dataset dataset) {
        var number = form.value(key + "-number");
        return dataset.distributions().stream()
                .filter(each -> String.valueOf(each.id().number()).equals(number))
                .findFirst();
    }

    private static DistributionId fresh(Dataset dataset, List<Distribution> others) {
        int highest = Stream.concat(dataset.distributions().stream(), others.stream())
                .mapToInt(each -> each.id().number())
                .max()
                .orElse(0);
        return new DistributionId(dataset.id(), highest + 1);
    }

    private static LangText title(Distribution before, String typed) {
        return typed.equals(before.title().toString()) ? before.title() : LangText.zh(typed);
    }

    private static Optional<FileFormat> format(
            RegistrationForm form, String key, FormProblems problems, Function<String, String> say) {
        var code = form.value(key + "-format");
        var format = FileFormat.ofCode(code).filter(each -> each != FileFormat.UNKNOWN);
        if (format.isEmpty() && !code.isEmpty()) {
            problems.error(key + "-format", say.apply("form.wrong.choice"));
        }
        return format;
    }

    /// Its file where one was uploaded, else its address.
    private Distribution located(
            Distribution read, RegistrationForm form, String key, FormProblems problems, Function<String, String> say) {
        var typed = form.value(key + "-url");
        var address = address(typed);
        if (address.isEmpty() && !typed.isEmpty()) {
            problems.error(key + "-url", say.apply("form.wrong.url"));
            return read;
        }
        var kept = kept(form, key);
        if (kept.isPresent()) {
            var page = address.or(() -> read.accessUrl().filter(url -> url.equals(iris.dataset(read.id().dataset()))));
            return publishing.held(read.with().accessUrl(page).build(), kept.get());
        }
        if (address.equals(FormFilling.address(read, iris))) {
            if (read.url().isEmpty() && problems.errors(key + "-file").isEmpty()) {
                problems.error(key + "-file", say.apply("form.wrong.no-source"));
            }
            return read;
        }
        boolean held = read.downloadUrl().filter(iris.download(read.id())::equals).isPresent();
        if (address.isEmpty() && !held) {
            problems.error(key + "-file", say.apply("form.wrong.no-source"));
            return read;
        }
        // A file that we hold stays the download; the address then says where it comes from.
        return held
                ? read.with().accessUrl(address).build()
                : read.with().downloadUrl(address).accessUrl(Optional.empty()).build();
    }

    private Optional<Stored.Kept> kept(RegistrationForm form, String key) {
        return Optional.of(form.value(key + "-kept"))
                .filter(Sha256::isValid)
                .map(Sha256::new)
                .flatMap(digest -> archive.size(digest).stream()
                        .mapToObj(size -> new Stored.Kept(digest, size))
                        .findFirst());
    }

    private static Optional<URI> address(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            var address = new URI(typed);
            var scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            return SCHEMES.contains(scheme) && address.getRawAuthority() != null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
