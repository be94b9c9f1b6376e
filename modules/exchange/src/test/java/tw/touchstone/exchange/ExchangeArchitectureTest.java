package tw.touchstone.exchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Exchange knows the modules below it and its two parsers, nothing else.
@AnalyzeClasses(packages = "tw.touchstone", importOptions = ImportOption.DoNotIncludeTests.class)
class ExchangeArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_WHAT_IS_BELOW = classes()
            .that()
            .resideInAPackage("tw.touchstone.exchange..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.xml.stream..",
                    "org.jspecify..",
                    "org.apache.commons.csv..",
                    "tools.jackson..",
                    "tw.touchstone.exchange..",
                    "tw.touchstone.vocabulary..",
                    "tw.touchstone.fetch..",
                    "tw.touchstone.model..");
}
