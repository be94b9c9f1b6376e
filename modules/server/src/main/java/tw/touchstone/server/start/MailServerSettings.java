package tw.touchstone.server.start;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.touchstone.catalog.mail.MailSettings;

/// The mail server, from `touchstone.mail.*` settings. Without a host no mail is sent, and links are handed over by hand.
///
/// @param host     its name; empty for none
/// @param starttls whether the connection has to be encrypted
/// @param user     empty for a server that asks for no login
/// @param from     address of the sender
@ConfigurationProperties("touchstone.mail")
record MailServerSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("true") boolean starttls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    MailServerSettings {
        if (!host.isBlank() && !from.contains("@")) {
            throw new IllegalArgumentException("touchstone.mail.from is the address messages come from");
        }
    }

    Optional<MailSettings> server() {
        return host.isBlank()
                ? Optional.empty()
                : Optional.of(new MailSettings(
                        host,
                        port,
                        starttls,
                        user.isBlank() ? Optional.empty() : Optional.of(new MailSettings.Login(user, password)),
                        from,
                        PATIENCE));
    }
}
