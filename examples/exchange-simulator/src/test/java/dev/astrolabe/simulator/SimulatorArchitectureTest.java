package dev.astrolabe.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import dev.astrolabe.exchange.testkit.MainClassesOfModule;

@AnalyzeClasses(locations = MainClassesOfModule.class)
class SimulatorArchitectureTest {

    /** It is a second witness of the protocols only as long as it shares no code with the clients that it tests. */
    @ArchTest
    static final ArchRule SIMULATOR_KNOWS_NO_SDK = no("dev.astrolabe.simulator..")
            .dependOnClassesThat()
            .resideInAnyPackage("dev.astrolabe.aster..", "dev.astrolabe.okx..");

    @ArchTest
    static final ArchRule ASTER_KNOWS_NO_OKX = no("..simulator.aster..")
            .dependOnClassesThat()
            .resideInAnyPackage("..simulator.okx..", "..simulator.server..", "..simulator.fault..");

    @ArchTest
    static final ArchRule OKX_KNOWS_NO_ASTER = no("..simulator.okx..")
            .dependOnClassesThat()
            .resideInAnyPackage("..simulator.aster..", "..simulator.server..", "..simulator.fault..");

    @ArchTest
    static final ArchRule MARKETS_AND_VENUES_KNOW_NO_PROTOCOL = no("..simulator.market..", "..simulator.venue..")
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..simulator.aster..",
                    "..simulator.okx..",
                    "..simulator.wire..",
                    "..simulator.server..",
                    "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_KNOWS_JETTY = noClasses()
            .that()
            .resideInAPackage("dev.astrolabe.simulator..")
            .and()
            .resideOutsideOfPackage("..simulator.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    private static ClassesShould no(String... packages) {
        return noClasses().that().resideInAnyPackage(packages).should();
    }
}
