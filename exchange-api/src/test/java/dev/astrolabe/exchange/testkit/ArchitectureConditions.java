package dev.astrolabe.exchange.testkit;

import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The conditions of {@link ArchitectureRules} that ArchUnit has no words for. */
final class ArchitectureConditions {
    private static final Set<String> BINARY_FRACTIONS =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double", "java.util.OptionalDouble");

    private ArchitectureConditions() {}

    /** Looks at what other modules can see: public and protected members, supertypes and bounds of visible classes. */
    static ArchCondition<JavaClass> keepOutOfTheirPublicSignatures(DescribedPredicate<JavaClass> banned) {
        return condition("keep out of their public signatures what does " + banned.getDescription(), (type, events) -> {
            if (!isVisible(type)) {
                return;
            }
            header(type)
                    .filter(banned)
                    .forEach(used -> violate(events, type, "%s declares %s".formatted(type.getName(), used.getName())));
            type.getMembers().stream()
                    .filter(ArchitectureConditions::isVisible)
                    .forEach(member -> signature(member)
                            .filter(banned)
                            .forEach(used -> violate(events, member, mention(member, used))));
        });
    }

    /** Private methods may compute with binary fractions; no field may keep one and no other method may pass one on. */
    static ArchCondition<JavaClass> holdAndPassNoBinaryFraction() {
        return condition(
                "hold and pass no float or double",
                (type, events) -> type.getMembers().stream()
                        .filter(member -> !member.getModifiers().contains(SYNTHETIC))
                        .filter(member -> member instanceof JavaField
                                || !member.getModifiers().contains(PRIVATE))
                        .forEach(member -> signature(member)
                                .filter(used -> BINARY_FRACTIONS.contains(used.getName()))
                                .forEach(used -> violate(events, member, mention(member, used)))));
    }

    static ArchCondition<JavaClass> shareTheirPackageWithNoOtherModule() {
        return condition("share their package with no other module", (type, events) -> {
            List<URL> homes = homesOf(type.getPackageName());
            if (homes.size() > 1) {
                violate(events, type, "%s shares its package: %s".formatted(type.getName(), homes));
            }
        });
    }

    /** Tests and the test kit live in the packages that they test; they are no home of their own. */
    private static List<URL> homesOf(String packageName) {
        try {
            ClassLoader loader = ArchitectureConditions.class.getClassLoader();
            Stream<URL> found = loader.resources(packageName.replace('.', '/'));
            return found.filter(url -> !url.getPath().matches(".*(/test-classes/|-tests\\.jar!).*"))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("cannot list the homes of " + packageName, e);
        }
    }

    private static boolean isVisible(JavaClass type) {
        boolean open =
                type.getModifiers().contains(PUBLIC) || type.getModifiers().contains(PROTECTED);
        return open
                && type.getEnclosingClass()
                        .map(ArchitectureConditions::isVisible)
                        .orElse(true);
    }

    private static boolean isVisible(JavaMember member) {
        Set<?> modifiers = member.getModifiers();
        return !modifiers.contains(SYNTHETIC) && (modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED));
    }

    private static Stream<JavaClass> header(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        return Stream.concat(supertypes, type.getTypeParameters().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Collection::stream)
                .distinct();
    }

    private static Stream<JavaClass> signature(JavaMember member) {
        Stream<JavaClass> thrown =
                member instanceof JavaCodeUnit code ? code.getThrowsClause().getTypes().stream() : Stream.empty();
        return Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown).distinct();
    }

    private static String mention(JavaMember member, JavaClass used) {
        return "%s mentions %s in %s".formatted(member.getFullName(), used.getName(), member.getSourceCodeLocation());
    }

    private static void violate(ConditionEvents events, Object where, String message) {
        events.add(SimpleConditionEvent.violated(where, message));
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.check(type, events);
            }
        };
    }

    private interface Check {
        void check(JavaClass type, ConditionEvents events);
    }
}
