package dev.astrolabe.aster.hmac;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.astrolabe.exchange.testkit.ArchitectureRules;
import dev.astrolabe.exchange.testkit.MainClassesOfModule;

@AnalyzeClasses(locations = MainClassesOfModule.class)
class AsterHmacArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
