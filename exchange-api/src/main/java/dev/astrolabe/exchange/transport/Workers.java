package dev.astrolabe.exchange.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads for what may block: mailboxes, addresses, readers of sockets. There is one only while there is work for it. */
final class Workers {

    private static final long IDLE_SECONDS = 1;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final String name;
    private final ThreadPoolExecutor pool;

    Workers(String name) {
        this.name = name;
        this.pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    }

    private Thread thread(Runnable work) {
        Runnable tracked = () -> {
            try {
                work.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        };
        Thread thread = new Thread(tracked, name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /** Where work goes; refuses it after the end. */
    ExecutorService pool() {
        return pool;
    }

    /**
     * Takes no more work, waits for what runs, interrupts what runs on, and waits again, each for two seconds. A worker that
     * calls this is neither waited for nor interrupted.
     */
    void close() {
        pool.shutdown();
        if (!ended(GRACE)) {
            for (Thread thread : threads) {
                if (!thread.equals(Thread.currentThread())) {
                    thread.interrupt();
                }
            }
            ended(GRACE);
        }
    }

    private boolean ended(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (!thread.equals(Thread.currentThread()) && thread.isAlive() && System.nanoTime() < end) {
                try {
                    thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
                } catch (InterruptedException e) {
                    interrupted = true;
                    end = System.nanoTime();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(thread -> !thread.equals(Thread.currentThread()) && thread.isAlive());
    }
}
