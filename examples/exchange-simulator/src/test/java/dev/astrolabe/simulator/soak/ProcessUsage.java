package dev.astrolabe.simulator.soak;

import java.lang.management.ManagementFactory;

/**
 * What a process has used.
 *
 * @param heapBytes what is left on the heap after a collection
 * @param cpuNanos processor time since its start
 */
record ProcessUsage(long heapBytes, long cpuNanos) {

    /** Collects garbage first. */
    static ProcessUsage now() {
        System.gc();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long cpu = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
        return new ProcessUsage(heap, cpu);
    }

    static ProcessUsage parse(String line) {
        String[] parts = line.split(" ", -1);
        return new ProcessUsage(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    String line() {
        return heapBytes + " " + cpuNanos;
    }

    /** Growth of the heap, and processor time as a share of one processor. */
    String since(ProcessUsage before, double seconds) {
        return String.format(
                "heap after collection %.1f MB, then %.1f MB (%+.1f MB); %.0f %% of one processor",
                before.heapBytes / 1e6,
                heapBytes / 1e6,
                (heapBytes - before.heapBytes) / 1e6,
                (cpuNanos - before.cpuNanos) / seconds / 1e7);
    }
}
