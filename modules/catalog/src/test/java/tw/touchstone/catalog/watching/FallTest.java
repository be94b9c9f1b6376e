package tw.touchstone.catalog.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.evaluating.Turn;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;
import tw.touchstone.quality.Policy;

class FallTest {

    private static final DatasetId ID = new DatasetId("1");
    private static final Dataset DATASET =
            Dataset.of(ID, new SourceRef(SourceRef.NATIONAL, "1"), LangText.zh("題")).build();

    /// before → after, and what was last certain where that was neither.
    @ParameterizedTest
    @CsvSource({
        "label-114, platinum,         silver,           ,            platinum",
        "label-114, bronze,           none-failed,      ,            bronze",
        "label-114, silver,           platinum,         ,            ",
        "label-114, platinum,         suspended,        ,            ",
        "label-114, platinum,         none-unchecked,   ,            ",
        "label-114, platinum,         silver?platinum,  ,            ",
        "label-114, silver?platinum,  silver,           platinum,    platinum",
        "label-114, silver?platinum,  silver,           silver,      ",
        "label-114, suspended,        bronze,           platinum,    platinum",
        "label-114, suspended,        platinum,         platinum,    ",
        "label-114, none-unchecked,   none-failed,      ,            ",
        "label-114, none-failed,      none-failed,      ,            ",
        "five-star, stars-3,          stars-2,          ,            stars-3",
        "five-star, stars-1,          none,             ,            stars-1",
        "five-star, stars-1,          ungraded,         ,            ",
        "mqa-405,   good,             sufficient,       ,            good",
        "mqa-405,   sufficient,       good,             ,            "
    })
    void onlyWhatIsCertainlyLessThanWhatWasCertainIsAFall(
            String policy, String before, String after, String certain, String held) {
        var turn = new Turn(DATASET, card(policy, before), card(policy, after));

        var fall = Fall.in(turn, policy(policy), (_, _) -> Optional.ofNullable(certain).map(each -> card(policy, each)));

        assertThat(fall.map(each -> each.before().award())).isEqualTo(Optional.ofNullable(held));
    }

    @Test
    void whatWasCertainJustBeforeNeedsNoLook() {
        var turn = new Turn(DATASET, card("label-114", "platinum"), card("label-114", "bronze"));

        assertThat(Fall.in(turn, policy("label-114"), (_, _) -> {
                    throw new AssertionError("nothing to look for");
                }))
                .isPresent();
    }

    /// `silver?platinum` is a silver that may turn out to be platinum.
    private static StoredScorecard card(String policy, String award) {
        var parts = award.split("\\?", -1);
        var atMost = parts.length == 2 ? Optional.of(parts[1]) : Optional.<String>empty();
        return new StoredScorecard(
                ID, policy, Instant.EPOCH, parts[0], atMost, Optional.empty(), Sha256.of(new byte[0]), Optional.empty());
    }

    private static Policy policy(String id) {
        return PolicyFiles.load().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}
