package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WorkersTest {

    private static final int FEW = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Workers workers = new Workers("workers-test");
    private final CountDownLatch freed = new CountDownLatch(1);

    @AfterEach
    void close() {
        freed.countDown();
        workers.close();
    }

    @Test
    void few_threads_serve_many_mailboxes() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch done = new CountDownLatch(1_000);

        for (int i = 0; i < 1_000; i++) {
            workers.mail().execute(() -> {
                threads.add(Thread.currentThread());
                done.countDown();
            });
        }

        done.await();
        assertThat(threads).hasSizeBetween(1, FEW);
    }

    @Test
    void those_that_are_held_up_are_joined_by_others_and_those_leave_again() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(3 * FEW);
        for (int i = 0; i < 3 * FEW; i++) {
            workers.mail().execute(() -> {
                blocked.countDown();
                awaitFreedom();
            });
        }
        CountDownLatch served = new CountDownLatch(1);
        workers.mail().execute(served::countDown);

        while (served.getCount() > 0) {
            workers.relieve();
            served.await(1, TimeUnit.MILLISECONDS);
        }

        assertThat(blocked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(threads()).isBetween(3L * FEW, 5L * FEW);
        freed.countDown();
        while (threads() > FEW) {
            workers.relieve();
            Thread.onSpinWait();
        }
        CountDownLatch again = new CountDownLatch(1);
        workers.mail().execute(again::countDown);
        again.await();
    }

    @Test
    void nobody_joins_those_that_get_on() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            CountDownLatch done = new CountDownLatch(FEW);
            for (int j = 0; j < FEW; j++) {
                workers.mail().execute(done::countDown);
            }
            done.await();
            workers.relieve();
        }

        assertThat(threads()).isLessThanOrEqualTo(FEW);
    }

    private void awaitFreedom() {
        try {
            freed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("workers-test-") && thread.isAlive())
                .count();
    }
}
