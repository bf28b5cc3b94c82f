package dev.astrolabe.benchmarks.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Puts load on one contestant, in a process of its own, and prints its figures as JSON. */
final class LoadProgram {

    private static final BigDecimal EQUITY = new BigDecimal(CannedAnswers.EQUITY);
    private static final double NANOS_PER_MICRO = 1_000;

    private final Contestant contestant;
    private final LoadPlan plan;

    private LoadProgram(Contestant contestant, LoadPlan plan) {
        this.contestant = contestant;
        this.plan = plan;
    }

    /**
     * Measures.
     *
     * @param args the contestant, the address, and the plan
     * @throws Exception if a call fails
     */
    public static void main(String[] args) throws Exception {
        LoadPlan plan = LoadPlan.parse(List.of(args).subList(2, args.length));
        try (Contestant contestant = Contestant.of(args[0], args[1])) {
            Figures figures = new LoadProgram(contestant, plan).run();
            System.out.println(new ObjectMapper().writeValueAsString(figures));
        }
    }

    private Figures run() throws Exception {
        until(plan.warmMillis());
        ExecutorService threads = Executors.newFixedThreadPool(plan.sideBySide());
        try {
            sideBySide(threads, plan.warmMillis() / 2);
            long[] single = new long[plan.calls()];
            ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = memory.getCurrentThreadAllocatedBytes();
            long cpu = cpuNanos();
            for (int i = 0; i < single.length; i++) {
                single[i] = timed();
            }
            double bytes = (double) (memory.getCurrentThreadAllocatedBytes() - before) / plan.calls();
            double cpuEach = (cpuNanos() - cpu) / NANOS_PER_MICRO / plan.calls();
            Arrays.sort(single);
            long start = System.nanoTime();
            cpu = cpuNanos();
            long[] busy = sideBySide(threads, plan.busyMillis());
            double seconds = (System.nanoTime() - start) / 1e9;
            double busyCpu = (cpuNanos() - cpu) / NANOS_PER_MICRO / busy.length;
            return new Figures(
                    at(single, 50),
                    at(single, 99),
                    bytes,
                    cpuEach,
                    at(busy, 50),
                    at(busy, 99),
                    busy.length / seconds,
                    busyCpu);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Calls for a time, one after another. */
    private long[] until(int millis) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long[] times = new long[1_024];
        int count = 0;
        while (System.nanoTime() - end < 0) {
            times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
            times[count++] = timed();
        }
        return Arrays.copyOf(times, count);
    }

    private long[] sideBySide(ExecutorService threads, int millis) throws Exception {
        List<Callable<long[]>> callers = new ArrayList<>();
        for (int i = 0; i < plan.sideBySide(); i++) {
            callers.add(() -> until(millis));
        }
        List<long[]> parts = new ArrayList<>();
        for (Future<long[]> part : threads.invokeAll(callers)) {
            parts.add(part.get());
        }
        return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private long timed() throws Exception {
        long start = System.nanoTime();
        BigDecimal equity = contestant.equity();
        long took = System.nanoTime() - start;
        if (equity.compareTo(EQUITY) != 0) {
            throw new IllegalStateException("equity " + equity + " is not " + EQUITY);
        }
        return took;
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / NANOS_PER_MICRO;
    }
}
