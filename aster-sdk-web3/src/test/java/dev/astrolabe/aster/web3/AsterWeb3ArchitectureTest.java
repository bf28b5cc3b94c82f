package dev.astrolabe.aster.web3;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.astrolabe.exchange.testkit.ArchitectureRules;
import dev.astrolabe.exchange.testkit.MainClassesOfModule;

@AnalyzeClasses(locations = MainClassesOfModule.class)
class AsterWeb3ArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
