package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Member;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;

class CsvRuleTest {

    private final CsvRule rule = new CsvRule();

    @Test
    void passesCsvAndNothingElse() {
        assertThat(rule.evaluate(Fixtures.csv())).isInstanceOf(Outcome.Passed.class);
        assertThat(rule.evaluate(Fixtures.bytes(FileFormat.JSON, Optional.empty(), new Content.Opaque())))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void passesAnArchiveOfNothingButCsv() {
        var csv = new Member("a.csv", 1, FileFormat.CSV);
        var json = new Member("b.json", 1, FileFormat.JSON);
        assertThat(archive(csv, csv)).isInstanceOf(Outcome.Passed.class);
        assertThat(archive(csv, json)).isInstanceOf(Outcome.Failed.class);
        assertThat(archive()).isInstanceOf(Outcome.Failed.class);
    }

    private Outcome archive(Member... members) {
        return rule.evaluate(
                Fixtures.bytes(FileFormat.ZIP, Optional.empty(), new Content.Members(List.of(members))));
    }
}
