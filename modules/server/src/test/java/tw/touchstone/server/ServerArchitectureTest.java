package tw.touchstone.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ServerArchitectureTest {

    @Test
    void featuresKnowEachOtherWithoutCyclesAndOnlyByWhatTheyShow() {
        ApplicationModules.of(Touchstone.class).verify();
    }

    /// Jackson 3 brings only its annotations from the old package; another library may bring Jackson 2 itself.
    @Test
    void jsonIsWrittenByJackson3Only() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("tw.touchstone.server"));
    }
}
