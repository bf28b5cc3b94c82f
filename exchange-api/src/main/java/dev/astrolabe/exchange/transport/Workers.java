package dev.astrolabe.exchange.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Daemon threads for what may block. What always does, such as readers of sockets, has one each. Mailboxes share a few, however many
 * there are, and get more only where those at work are held up. There is a thread only while there is work for it.
 */
final class Workers {

    private static final long IDLE_SECONDS = 1;
    private static final int FEW = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final String name;
    private final ThreadPoolExecutor pool;
    private final ThreadPoolExecutor mail;
    private final AtomicLong taken = new AtomicLong();
    private long seen;

    Workers(String name) {
        this.name = name;
        this.mail =
                new ThreadPoolExecutor(
                        FEW, FEW, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread) {
                    @Override
                    protected void beforeExecute(Thread thread, Runnable work) {
                        taken.incrementAndGet();
                    }
                };
        mail.allowCoreThreadTimeOut(true);
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

    /** For what always blocks, a thread each; refuses it after the end. */
    ExecutorService pool() {
        return pool;
    }

    /** For mailboxes, which mostly do not; refuses them after the end. */
    Executor mail() {
        return mail;
    }

    /**
     * Adds threads for mailboxes if some wait and none was taken since the last call: then all that are at work are held up. Takes
     * threads away when they are no longer needed. For one thread, and to be called again and again.
     */
    void relieve() {
        long now = taken.get();
        int busy = mail.getActiveCount();
        if (!mail.getQueue().isEmpty() && now == seen) {
            resize(busy + FEW);
        } else if (mail.getQueue().isEmpty() && busy <= FEW) {
            resize(FEW);
        }
        seen = now;
    }

    private void resize(int size) {
        if (size > mail.getMaximumPoolSize()) {
            mail.setMaximumPoolSize(size);
            mail.setCorePoolSize(size);
        } else if (size < mail.getMaximumPoolSize()) {
            mail.setCorePoolSize(size);
            mail.setMaximumPoolSize(size);
        }
    }

    /**
     * Takes no more work, waits for what runs, interrupts what runs on, and waits again, each for two seconds. A worker that
     * calls this is neither waited for nor interrupted.
     */
    void close() {
        pool.shutdown();
        mail.shutdown();
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
