package tw.touchstone.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The server is measured from outside only, and nobody builds on the bench.
@AnalyzeClasses(packages = "tw.touchstone", importOptions = ImportOption.DoNotIncludeTests.class)
class BenchArchitectureTest {

    @ArchTest
    static final ArchRule SEES_THE_SERVER_FROM_OUTSIDE = noClasses()
            .that()
            .resideInAPackage("tw.touchstone.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tw.touchstone.server..", "tw.touchstone.cli..", "org.springframework..");

    @ArchTest
    static final ArchRule STANDS_BESIDE_THE_PRODUCT = noClasses()
            .that()
            .resideOutsideOfPackage("tw.touchstone.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tw.touchstone.bench..");
}
