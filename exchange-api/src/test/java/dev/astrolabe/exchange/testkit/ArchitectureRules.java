package dev.astrolabe.exchange.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.time.Clock;
import java.util.Set;

/**
 * What every module's main classes keep. Each rule names the packages that it is about and says nothing of others, so
 * all modules apply all of them:
 *
 * <pre>{@code
 * @AnalyzeClasses(locations = MainClassesOfModule.class)
 * class SomeArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class ArchitectureRules {
    private static final String TRANSPORT = "dev.astrolabe.exchange.transport..";
    private static final String[] WIRE_LIBRARIES = {
        "okhttp3..", "okio..", "kotlin..", "com.fasterxml..", "org.bouncycastle..", "org.web3j.."
    };
    private static final String[] DECISIONS = {
        "dev.astrolabe.agents.gate..", "dev.astrolabe.agents.strategy..", "dev.astrolabe.agents.indicator.."
    };
    private static final Set<String> RANDOM_SOURCES =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    @ArchTest
    static final ArchRule EXCHANGE_API_USES_WIRE_LIBRARIES_IN_TRANSPORT_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.astrolabe.exchange..")
            .and()
            .resideOutsideOfPackage(TRANSPORT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIRE_LIBRARIES)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ASTER_KNOWS_NEITHER_OKX_NOR_AGENTS = noClasses()
            .that()
            .resideInAPackage("dev.astrolabe.aster..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.astrolabe.okx..", "dev.astrolabe.agents..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule OKX_KNOWS_NEITHER_ASTER_NOR_AGENTS = noClasses()
            .that()
            .resideInAPackage("dev.astrolabe.okx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.astrolabe.aster..", "dev.astrolabe.agents..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule AGENTS_KNOW_NO_SDK_AND_NO_WIRE_LIBRARY = noClasses()
            .that()
            .resideInAPackage("dev.astrolabe.agents..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.astrolabe.aster..", "dev.astrolabe.okx..")
                    .or(resideInAnyPackage(WIRE_LIBRARIES)))
            .allowEmptyShould(true);

    /** Public types in {@code internal} packages are public for a neighbour module's sake and promise nothing. */
    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_CARRY_NO_WIRE_LIBRARY = classes()
            .that()
            .resideOutsideOfPackages(TRANSPORT, "..internal..")
            .should(ArchitectureConditions.keepOutOfTheirPublicSignatures(resideInAnyPackage(WIRE_LIBRARIES)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PACKAGES_BELONG_TO_ONE_MODULE = classes()
            .that()
            .resideInAPackage("dev.astrolabe..")
            .should(ArchitectureConditions.shareTheirPackageWithNoOtherModule())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DECISIONS_TAKE_TIME_AND_CHANCE_FROM_THEIR_CALLER = noClasses()
            .that()
            .resideInAnyPackage(DECISIONS)
            .should()
            .accessTargetWhere(target(describe("reads a clock or rolls dice", ArchitectureRules::isTimeOrChance)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DECISIONS_DO_NO_INPUT_OR_OUTPUT = noClasses()
            .that()
            .resideInAnyPackage(DECISIONS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..")
                    .and(not(type(Serializable.class))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule LIBRARIES_LOG_THROUGH_SLF4J = noClasses()
            .should(USE_JAVA_UTIL_LOGGING)
            .orShould(ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(true);

    /** Money is decimal; only statistics over prices are not. */
    @ArchTest
    static final ArchRule AMOUNTS_ARE_DECIMAL = classes()
            .that()
            .resideOutsideOfPackages("..indicator..", "..strategy..")
            .should(ArchitectureConditions.holdAndPassNoBinaryFraction())
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    private static boolean isTimeOrChance(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget called && (readsClock(called) || isRandom(called));
    }

    private static boolean readsClock(CodeUnitAccessTarget called) {
        String owner = called.getOwner().getName();
        String name = called.getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock", "java.time.InstantSource" ->
                name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)");
            case "java.util.Date" -> takesNothing(called) && name.equals("<init>");
            default -> owner.startsWith("java.time.") && name.equals("now") && !takesClock(called);
        };
    }

    private static boolean isRandom(CodeUnitAccessTarget called) {
        String owner = called.getOwner().getName();
        return switch (called.getName()) {
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            case "randomUUID" -> owner.equals("java.util.UUID");
            case "current" -> owner.equals("java.util.concurrent.ThreadLocalRandom");
            case "<init>" -> RANDOM_SOURCES.contains(owner) && takesNothing(called);
            default -> false;
        };
    }

    private static boolean takesNothing(CodeUnitAccessTarget called) {
        return called.getRawParameterTypes().isEmpty();
    }

    private static boolean takesClock(CodeUnitAccessTarget called) {
        return called.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }
}
