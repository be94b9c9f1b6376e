package tw.touchstone.usage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Counting knows the model and the JDK.
@AnalyzeClasses(packages = "tw.touchstone.usage", importOptions = ImportOption.DoNotIncludeTests.class)
class UsageArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_MODEL = classes()
            .that()
            .resideInAPackage("tw.touchstone.usage..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "tw.touchstone.model..", "tw.touchstone.usage..");
}
