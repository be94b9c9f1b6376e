package tw.touchstone.server.signin;

import java.security.SecureRandom;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/// Makes passwords that are good for one sign-in and are read out or typed off paper.
@Component
public class OneTimePasswords {

    /// Without the characters that are mistaken for each other: 31 letters, 99 bits a password.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final SecureRandom random = new SecureRandom();

    /// A new one, for example `k7m2p-x9aqr-…`.
    public String create() {
        var groups = new ArrayList<String>();
        for (int group = 0; group < GROUPS; group++) {
            var letters = new StringBuilder();
            for (int i = 0; i < GROUP_LENGTH; i++) {
                letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            groups.add(letters.toString());
        }
        return String.join("-", groups);
    }
}
