package tw.touchstone.catalog.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Hands messages to a mail server. (RFC 5321, RFC 3207) Thread-safe.
final class Smtp {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final Session session;
    private final Clock clock;

    Smtp(MailSettings settings, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        var patience = String.valueOf(settings.patience().toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", String.valueOf(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.login().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        session = Session.getInstance(properties);
    }

    /// Tries once.
    ///
    /// @param id by which a mail reader recognises a second copy, should the connection break at the very end
    Delivery deliver(String id, Letter letter) {
        try (var transport = session.getTransport("smtp")) {
            var message = message(id, letter);
            if (settings.login().isPresent()) {
                var login = settings.login().get();
                transport.connect(login.user(), login.password());
            } else {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery.Taken();
        } catch (AddressException e) {
            return new Delivery.Refused("not an address: " + e.getMessage());
        } catch (SendFailedException e) {
            return isPermanent(e) ? new Delivery.Refused(said(e)) : new Delivery.Later(said(e));
        } catch (MessagingException e) {
            return new Delivery.Later(said(e));
        }
    }

    private MimeMessage message(String id, Letter letter) throws MessagingException {
        var message = new Named(session, "<" + id + "@touchstone>");
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        var plain = new MimeBodyPart();
        plain.setText(letter.plain(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        // The last part is the preferred one. (RFC 2046, section 5.1.4)
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    private static boolean isPermanent(SendFailedException failed) {
        Exception at = failed;
        while (at instanceof MessagingException messaging) {
            if (at instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT) {
                return true;
            }
            if (at instanceof SMTPSendFailedException sent && sent.getReturnCode() >= PERMANENT) {
                return true;
            }
            at = messaging.getNextException();
        }
        return false;
    }

    private static String said(MessagingException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
    }

    /// A message that keeps the identifier it is given.
    private static final class Named extends MimeMessage {
        private final String messageId;

        Named(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
