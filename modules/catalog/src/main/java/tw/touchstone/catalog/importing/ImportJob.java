package tw.touchstone.catalog.importing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.touchstone.model.Sha256;

/// An import that somebody asked for, waiting, under way or ended.
///
/// @param file        digest of the file, by which it is recognised when it is sent again
/// @param name        of the file as it was sent, for people
/// @param requestedBy name of the account
/// @param begun       when it was first taken up
/// @param position    how far it has come
/// @param report      what became of the file, as JSON; once it has been read
/// @param text        the same for people, line by line
/// @param message     why it ended without one
public record ImportJob(
        long id,
        Sha256 file,
        String name,
        ImportOptions options,
        String requestedBy,
        State state,
        Instant created,
        Optional<Instant> begun,
        Optional<Instant> ended,
        ImportPosition position,
        Optional<String> report,
        List<String> text,
        Optional<String> message) {

    /// Where an import stands.
    public enum State {
        WAITING,
        RUNNING,
        /// Everything is stored and can be searched.
        DONE,
        /// The file is no catalogue; nothing was changed.
        UNREADABLE,
        /// Somebody ended it; what was read until then is stored.
        CANCELLED,
        /// We could not go on; what was read until then is stored.
        FAILED;

        /// Whether there is more to come.
        public boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }

        /// As it is stored and told, for example `running`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ImportJob {
        text = List.copyOf(text);
    }
}
