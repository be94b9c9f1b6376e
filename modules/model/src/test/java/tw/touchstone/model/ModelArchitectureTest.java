package tw.touchstone.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The model knows the JDK and JSpecify, nothing else.
@AnalyzeClasses(packages = "tw.touchstone", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("tw.touchstone.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "tw.touchstone.model..");
}
