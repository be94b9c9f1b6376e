package tw.touchstone.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The application knows no web, no Spring and no face of its own; and its features do not go in circles.
@AnalyzeClasses(packages = "tw.touchstone", importOptions = ImportOption.DoNotIncludeTests.class)
class CatalogArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_FACE = noClasses()
            .that()
            .resideInAPackage("tw.touchstone.catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "tw.touchstone.server..", "tw.touchstone.cli..");

    @ArchTest
    static final ArchRule OLD_JACKSON_STAYS_OUT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
            slices().matching("tw.touchstone.catalog.(*)..").should().beFreeOfCycles();
}
