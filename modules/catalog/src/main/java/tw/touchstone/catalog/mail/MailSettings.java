package tw.touchstone.catalog.mail;

import java.time.Duration;
import java.util.Optional;

/// The mail server messages are handed to.
///
/// @param startTls whether the connection has to be encrypted; a server that cannot is not used
/// @param login    name and password; empty for a server that asks for none
/// @param from     address of the sender
/// @param patience how long one step of the conversation may take
public record MailSettings(
        String host, int port, boolean startTls, Optional<Login> login, String from, Duration patience) {

    /// With what the mail server is signed in to.
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }
}
