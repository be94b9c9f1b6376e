package tw.touchstone.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The store knows the model, the RDF profile and Jena.
@AnalyzeClasses(packages = "tw.touchstone", importOptions = ImportOption.DoNotIncludeTests.class)
class StoreArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_MODEL_PROFILE_AND_JENA = classes()
            .that()
            .resideInAPackage("tw.touchstone.store..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.apache.jena..",
                    "tw.touchstone.model..",
                    "tw.touchstone.vocabulary..",
                    "tw.touchstone.store..");
}
