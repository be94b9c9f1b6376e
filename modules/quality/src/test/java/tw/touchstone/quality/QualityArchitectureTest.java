package tw.touchstone.quality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/// Quality knows the model and JSON, and neither time nor files.
@AnalyzeClasses(packages = "tw.touchstone.quality", importOptions = ImportOption.DoNotIncludeTests.class)
class QualityArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_MODEL_AND_JSON = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.annotation..",
                    "tools.jackson..",
                    "org.erdtman.jcs..",
                    "tw.touchstone.model..",
                    "tw.touchstone.quality..");

    @ArchTest
    static final ArchRule READS_NO_CLOCK_AND_NO_FILES = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule ONE_WAY_BETWEEN_PACKAGES = noClasses()
            .that()
            .resideInAPackage("tw.touchstone.quality")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tw.touchstone.quality.rules..");
}
