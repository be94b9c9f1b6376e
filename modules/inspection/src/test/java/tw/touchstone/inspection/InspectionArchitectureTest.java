package tw.touchstone.inspection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Inspecting knows the model, the fetcher and its parsers; only links have to do with time and the network.
@AnalyzeClasses(packages = "tw.touchstone.inspection", importOptions = ImportOption.DoNotIncludeTests.class)
class InspectionArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ITS_PARSERS_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.xml.stream..",
                    "org.jspecify..",
                    "org.apache.commons.compress..",
                    "org.apache.poi..",
                    "org.apache.jena..",
                    "com.ctc.wstx..",
                    "org.codehaus.stax2..",
                    "dev.hardwood..",
                    "tools.jackson.core..",
                    "tw.touchstone.inspection..",
                    "tw.touchstone.fetch..",
                    "tw.touchstone.model..");

    @ArchTest
    static final ArchRule BYTE_FACTS_KNOW_NO_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("tw.touchstone.inspection.link..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Instant.class, LocalDateTime.class, ZonedDateTime.class, ZoneId.class);
}
