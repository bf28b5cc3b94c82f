package dev.astrolabe.benchmarks.memory;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Counts what all threads allocate, those that have ended too: by how much each collection found the heap grown since the one before.
 * Safe for any thread.
 */
final class Allocations {

    private long allocated;
    private long left;

    /** Begins with a collection, so that what was there before does not count. */
    static Allocations begin() {
        Allocations allocations = new Allocations();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> allocations.collected(
                                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())),
                            null,
                            null);
        }
        return allocations;
    }

    private synchronized void collected(GarbageCollectionNotificationInfo info) {
        long before = used(info.getGcInfo().getMemoryUsageBeforeGc());
        long after = used(info.getGcInfo().getMemoryUsageAfterGc());
        if (left > 0) {
            allocated += Math.max(0, before - left);
        }
        left = after;
    }

    /** The pools of objects, and not those of classes and compiled code. */
    private static long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> pool.getKey().contains("Eden")
                        || pool.getKey().contains("Survivor")
                        || pool.getKey().contains("Old"))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** What was allocated until the newest collection, in bytes. */
    synchronized long bytes() {
        return allocated;
    }
}
