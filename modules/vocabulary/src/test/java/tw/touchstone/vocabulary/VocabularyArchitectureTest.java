package tw.touchstone.vocabulary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The vocabulary knows the model and Jena, nothing else.
@AnalyzeClasses(packages = "tw.touchstone", importOptions = ImportOption.DoNotIncludeTests.class)
class VocabularyArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_THE_MODEL_AND_JENA = classes()
            .that()
            .resideInAPackage("tw.touchstone.vocabulary..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.xml.stream..",
                    "com.apicatalog.jsonld..",
                    "org.jspecify..",
                    "org.apache.jena..",
                    "tw.touchstone.model..",
                    "tw.touchstone.vocabulary..");
}
