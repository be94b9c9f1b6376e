package tw.touchstone.fetch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Fetching knows the model, its HTTP library and the reader of robots.txt.
@AnalyzeClasses(packages = "tw.touchstone.fetch", importOptions = ImportOption.DoNotIncludeTests.class)
class FetchArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ITS_LIBRARY_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "org.jspecify..",
                    "javax.security.auth..",
                    "org.apache.hc..",
                    "crawlercommons.robots..",
                    "tw.touchstone.fetch..",
                    "tw.touchstone.model..");
}
