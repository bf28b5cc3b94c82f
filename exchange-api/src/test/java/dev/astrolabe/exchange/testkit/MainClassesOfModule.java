package dev.astrolabe.exchange.testkit;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Finds the main classes of the module that a test class belongs to, wherever the build was started: the folder
 * {@code classes} beside the test's own {@code test-classes}. A module without sources has none.
 *
 * @since 0.1
 */
public final class MainClassesOfModule implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
        Path mainClasses = testClasses(testClass).resolveSibling("classes");
        return Files.isDirectory(mainClasses) ? Set.of(Location.of(mainClasses)) : Set.of();
    }

    private static Path testClasses(Class<?> testClass) {
        try {
            Path folder = Path.of(testClass
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!folder.endsWith("test-classes")) {
                throw new IllegalStateException(testClass.getName() + " was loaded from " + folder
                        + ", so its module's main classes are not known; expected a folder test-classes");
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
