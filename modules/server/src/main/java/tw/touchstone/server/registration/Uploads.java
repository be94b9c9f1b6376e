package tw.touchstone.server.registration;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tw.touchstone.archive.Stored;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.model.FileFormat;
import tw.touchstone.server.layout.Figures;

/// Keeps the files of a form before anything else is judged, so that an error elsewhere does not cost the upload.
@Component
class Uploads {

    private final Publishing publishing;
    private final MessageSource messages;

    Uploads(Catalog catalog, MessageSource messages) {
        this.publishing = catalog.publishing();
        this.messages = messages;
    }

    /// The form with the digests of its files; what could not be kept is among the problems.
    RegistrationForm keep(
            RegistrationForm form, Map<String, MultipartFile> files, FormProblems problems, Locale locale) {
        var kept = form;
        for (var key : form.keys()) {
            var file = Optional.ofNullable(files.get(key + "-file")).filter(Uploads::isChosen);
            if (file.isPresent()) {
                kept = keep(kept, key, file.get(), problems, locale);
            }
        }
        return kept;
    }

    /// A browser sends an empty part without a name where no file was chosen.
    private static boolean isChosen(MultipartFile file) {
        return !file.isEmpty() || (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty());
    }

    private RegistrationForm keep(
            RegistrationForm form, String key, MultipartFile file, FormProblems problems, Locale locale) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return switch (stored(file)) {
            case Stored.Kept kept -> {
                var named = form.with(key + "-kept", kept.digest().hex())
                        .with(key + "-kept-name", name + " (" + Figures.size(kept.size()) + ")");
                yield form.value(key + "-format").isEmpty() ? withFormat(named, key, name) : named;
            }
            case Stored.Empty empty -> {
                problems.error(key + "-file", say("form.wrong.file-empty", locale));
                yield form;
            }
            case Stored.TooLarge large -> {
                problems.error(key + "-file", say("form.wrong.file-large", locale, Figures.size(large.limit())));
                yield form;
            }
            case Stored.CutOff cut -> {
                problems.error(key + "-file", say("form.wrong.file-cut", locale));
                yield form;
            }
        };
    }

    private Stored stored(MultipartFile file) {
        try (var bytes = file.getInputStream()) {
            return publishing.keep(bytes);
        } catch (IOException e) {
            return new Stored.CutOff(0, String.valueOf(e.getMessage()));
        }
    }

    private static RegistrationForm withFormat(RegistrationForm form, String key, String name) {
        return FileFormat.ofCode(name.substring(name.lastIndexOf('.') + 1))
                .map(format -> form.with(key + "-format", format.code()))
                .orElse(form);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
