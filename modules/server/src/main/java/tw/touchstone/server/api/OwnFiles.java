package tw.touchstone.server.api;

import java.util.Optional;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;

/// That a file of ours is a distribution's bytes is the outcome of an upload: nobody can declare it, only keep it.
public final class OwnFiles {

    /// Why such a draft is refused.
    public static final LangText REASON = LangText.of(
            "本平臺的下載網址由上傳檔案產生，不能自行填寫",
            "a download address of this catalogue is made by uploading a file and cannot be declared");

    private OwnFiles() {}

    /// The place of the first distribution that claims one of our files without having had it, from 0.
    ///
    /// @param current what the draft would replace
    public static Optional<Integer> claimed(Dataset draft, Optional<Dataset> current, Iris iris) {
        for (var distribution : draft.distributions()) {
            boolean ours = distribution
                    .downloadUrl()
                    .filter(url -> url.toString().startsWith(iris.base() + "distributions/"))
                    .isPresent();
            boolean kept = current.stream()
                    .flatMap(dataset -> dataset.distributions().stream())
                    .anyMatch(before -> before.downloadUrl().equals(distribution.downloadUrl())
                            && before.checksum().equals(distribution.checksum()));
            if (ours && !kept) {
                return Optional.of(draft.distributions().indexOf(distribution));
            }
        }
        return Optional.empty();
    }
}
