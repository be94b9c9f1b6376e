package tw.touchstone.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Search knows the model, Lucene and ICU, and nobody's store, files or web.
@AnalyzeClasses(packages = "tw.touchstone.search", importOptions = ImportOption.DoNotIncludeTests.class)
class SearchArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_THE_MODEL_AND_LUCENE = classes()
            .that()
            .resideInAPackage("tw.touchstone.search..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.apache.lucene..",
                    "com.ibm.icu..",
                    "tw.touchstone.model",
                    "tw.touchstone.search..");
}
