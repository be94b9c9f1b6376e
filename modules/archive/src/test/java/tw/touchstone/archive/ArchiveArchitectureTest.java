package tw.touchstone.archive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The archive knows the model, the JDK with JDBC, whose driver is found at run time, and Zstandard.
@AnalyzeClasses(packages = "tw.touchstone.archive", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchiveArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_MODEL = classes()
            .that()
            .resideInAPackage("tw.touchstone.archive..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "tw.touchstone.model..", "com.github.luben.zstd..", "tw.touchstone.archive..");
}
