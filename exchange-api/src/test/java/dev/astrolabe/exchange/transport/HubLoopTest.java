package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubLoopTest {

    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    private final AtomicInteger ticks = new AtomicInteger();
    private final HubLoop loop =
            new HubLoop("loop-under-test", ticks::incrementAndGet, () -> done.set(-1), new StreamLog("Plain"));

    @Test
    void holds_up_whoever_posts_more_than_it_can_take() {
        loop.start();
        loop.post(() -> Blocked.until(release));
        Thread poster = new Thread(() -> IntStream.range(0, 10_000).forEach(i -> loop.post(done::incrementAndGet)));
        poster.start();
        Eventually.await("held up", () -> poster.getState() == Thread.State.TIMED_WAITING);
        assertThat(done.get()).isZero();

        release.countDown();

        Eventually.await("all done", () -> done.get() == 10_000);
        loop.close();
    }

    @Test
    void takes_what_an_interrupted_thread_posts_and_keeps_its_flag() throws InterruptedException {
        loop.start();
        loop.post(() -> Blocked.until(release));
        AtomicInteger flags = new AtomicInteger();
        Thread poster = new Thread(() -> {
            Thread.currentThread().interrupt();
            IntStream.range(0, 10_000).forEach(i -> loop.post(done::incrementAndGet));
            flags.set(Thread.currentThread().isInterrupted() ? 1 : 0);
        });
        poster.start();
        Eventually.await("held up", () -> poster.getState() == Thread.State.TIMED_WAITING);

        release.countDown();
        poster.join();

        Eventually.await("all done", () -> done.get() == 10_000);
        assertThat(flags.get()).isEqualTo(1);
        loop.close();
    }

    @Test
    void survives_what_fails() {
        loop.start();

        loop.post(() -> {
            throw new IllegalStateException("of no consequence");
        });
        loop.post(() -> {
            throw new AssertionError("of no consequence either");
        });
        loop.post(done::incrementAndGet);

        Eventually.await("done", () -> done.get() == 1);
        loop.close();
    }

    @Test
    void looks_at_the_clock_however_much_there_is_to_do() {
        loop.start();
        Thread poster = new Thread(() -> {
            while (done.get() >= 0) {
                loop.post(done::incrementAndGet);
            }
        });
        poster.setDaemon(true);
        poster.start();

        Eventually.await("ticks", () -> ticks.get() > 5);
        loop.close();
    }

    @Test
    void lets_go_of_who_waits_when_it_is_closed_and_does_its_last_work() throws InterruptedException {
        loop.start();
        loop.post(() -> Blocked.until(release));
        Thread poster = new Thread(() -> IntStream.range(0, 10_000).forEach(i -> loop.post(() -> {})));
        poster.start();
        Eventually.await("held up", () -> poster.getState() == Thread.State.TIMED_WAITING);

        loop.close();
        poster.join();
        release.countDown();

        loop.thread().join();
        assertThat(List.of(done.get())).containsExactly(-1);
    }
}
