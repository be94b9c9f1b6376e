package tw.touchstone.inspection.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.fetch.Fetched;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.LinkReasons;
import tw.touchstone.model.fact.LinkVerdict;

class LinkVerdictsTest {

    /// Every reason that [Fetched.NoAnswer] names.
    @ParameterizedTest
    @CsvSource({
        "dns,BROKEN",
        "dns-temporary,UNDECIDED",
        "connect-refused,UNDECIDED",
        "connect-timeout,UNDECIDED",
        "read-timeout,UNDECIDED",
        "total-timeout,UNDECIDED",
        "reset,UNDECIDED",
        "protocol,UNDECIDED",
        "host-busy,UNDECIDED",
        "tls-incomplete-chain,BROKEN",
        "tls-unknown-root,UNDECIDED",
        "tls-self-signed,BROKEN",
        "tls-expired,BROKEN",
        "tls-not-yet-valid,BROKEN",
        "tls-hostname,BROKEN",
        "tls-chain,UNDECIDED",
        "tls,UNDECIDED"
    })
    void silenceIsAFaultOnlyWhereItIsThePublishers(String reason, LinkVerdict verdict) {
        assertThat(LinkVerdicts.of(new Fetched.NoAnswer(List.of(), reason))).isEqualTo(new Decision(verdict, reason));
        hasWordsInBothLanguages(reason);
    }

    /// Every reason that [Fetched.Refused] names.
    @ParameterizedTest
    @CsvSource({
        "scheme,BROKEN",
        "bad-address,BROKEN",
        "bad-port,BROKEN",
        "credentials-in-url,BROKEN",
        "private-address,BROKEN",
        "too-many-redirects,BROKEN",
        "redirect-loop,BROKEN",
        "cookie-wall,UNDECIDED",
        "bad-redirect,BROKEN",
        "https-to-http,BROKEN"
    })
    void whatWeDoNotFollowIsBrokenUnlessABrowserWould(String reason, LinkVerdict verdict) {
        assertThat(LinkVerdicts.of(new Fetched.Refused(List.of(), reason))).isEqualTo(new Decision(verdict, reason));
        hasWordsInBothLanguages(reason);
    }

    private static void hasWordsInBothLanguages(String reason) {
        var words = LinkReasons.words(reason);
        assertThat(words.in(LangText.ZH)).get().isNotEqualTo(reason);
        assertThat(words.in(LangText.EN)).get().isNotEqualTo(reason);
    }
}
