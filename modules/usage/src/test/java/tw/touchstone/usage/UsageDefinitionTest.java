package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tw.touchstone.model.LangText;

class UsageDefinitionTest {

    @Test
    void ourDefinitionSaysEverythingInBothLanguages() {
        var ours = UsageDefinition.ours();

        assertThat(ours.version()).isNotBlank();
        assertThat(ours.clauses())
                .extracting(UsageDefinition.Clause::id)
                .doesNotHaveDuplicates().contains("view", "download");
        assertThat(ours.clauses()).allSatisfy(clause -> {
            assertThat(clause.title().byLanguage()).containsOnlyKeys(LangText.ZH, LangText.EN);
            assertThat(clause.text().byLanguage()).containsOnlyKeys(LangText.ZH, LangText.EN);
        });
    }

    @Test
    void aDefinitionOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> UsageDefinition.parse("")).hasMessageContaining("version");
        assertThatThrownBy(() -> UsageDefinition.parse("version\t1\t2026-01-01\nview\tonly"))
                .hasMessageContaining("view");
    }
}
