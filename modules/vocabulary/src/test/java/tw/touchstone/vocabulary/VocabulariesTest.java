package tw.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabulariesTest {

    private final Vocabularies vocabularies = Vocabularies.load();

    @Test
    void holdsTheOfficialCounts() {
        assertThat(vocabularies.themes().concepts().stream().filter(each -> each.broader().isEmpty()))
                .hasSize(9);
        assertThat(vocabularies.services().concepts()).hasSize(18);
        assertThat(vocabularies.areas().concepts().stream().filter(each -> each.broader().isPresent()))
                .hasSize(22);
        assertThat(vocabularies.standardDomains().concepts()).hasSize(21);
        assertThat(vocabularies.standardFields()).hasSizeGreaterThanOrEqualTo(20);
    }
}
