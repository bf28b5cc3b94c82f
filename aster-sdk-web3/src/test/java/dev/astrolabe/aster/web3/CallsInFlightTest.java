package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.aster.internal.AsterSigner.Permit;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many signed calls of a key may be on their way. */
@Timeout(120)
class CallsInFlightTest {

    private static final int ORDINARY = CallsInFlight.LIMIT - CallsInFlight.RESERVE;

    private final CallsInFlight calls = new CallsInFlight();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    private List<Permit> fill(int count, Priority priority) {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            permits.add(calls.admit("a call", priority));
        }
        return permits;
    }

    /** A thread that asks for a place, and is known to wait for it. */
    private CompletableFuture<Permit> waiting(Priority priority) {
        CompletableFuture<Permit> admitted = new CompletableFuture<>();
        int before = calls.waiting();
        Thread thread = new Thread(() -> {
            try {
                admitted.complete(calls.admit("POST /fapi/v3/order", priority));
            } catch (NotSentException e) {
                admitted.completeExceptionally(e);
            }
        });
        threads.add(thread);
        thread.start();
        while (calls.waiting() == before) {
            Thread.onSpinWait();
        }
        return admitted;
    }

    @Test
    void ordinary_calls_leave_the_reserve_to_urgent_ones() {
        fill(ORDINARY, Priority.ORDINARY);
        CompletableFuture<Permit> entry = waiting(Priority.ORDINARY);

        fill(CallsInFlight.RESERVE, Priority.URGENT);

        assertThat(calls.flying()).isEqualTo(100);
        assertThat(entry).isNotDone();
    }

    @Test
    void an_exit_that_waits_goes_before_entries_that_waited_longer() {
        List<Permit> entries = fill(ORDINARY, Priority.ORDINARY);
        fill(CallsInFlight.RESERVE, Priority.URGENT);
        CompletableFuture<Permit> entry = waiting(Priority.ORDINARY);
        CompletableFuture<Permit> exit = waiting(Priority.URGENT);

        entries.get(0).close();

        assertThat(exit.join()).isNotNull();
        assertThat(entry).isNotDone();
        assertThat(calls.flying()).isEqualTo(100);
    }

    @Test
    void entries_wait_until_the_reserve_is_free_again() {
        List<Permit> exits = fill(CallsInFlight.LIMIT, Priority.URGENT);
        CompletableFuture<Permit> entry = waiting(Priority.ORDINARY);

        exits.subList(0, CallsInFlight.RESERVE).forEach(Permit::close);
        assertThat(entry).isNotDone();
        exits.get(CallsInFlight.RESERVE).close();

        assertThat(entry.join()).isNotNull();
        assertThat(calls.flying()).isEqualTo(ORDINARY);
    }

    @Test
    void equals_are_served_in_the_order_in_which_they_came() {
        List<Permit> entries = fill(ORDINARY, Priority.ORDINARY);
        List<CompletableFuture<Permit>> queue = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            queue.add(waiting(Priority.ORDINARY));
        }

        for (int i = 0; i < 5; i++) {
            entries.get(i).close();
            assertThat(queue.get(i).join()).isNotNull();
            assertThat(queue.subList(i + 1, 5)).noneMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void interruption_ends_the_wait_and_loses_no_place() throws InterruptedException {
        List<Permit> entries = fill(ORDINARY, Priority.ORDINARY);
        CompletableFuture<Permit> entry = waiting(Priority.ORDINARY);
        CompletableFuture<Permit> next = waiting(Priority.ORDINARY);

        threads.get(0).interrupt();
        threads.get(0).join();

        assertThat(entry)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        NotSentException.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.INTERRUPTED))
                .withMessageContaining("POST /fapi/v3/order");
        entries.get(0).close();
        assertThat(next.join()).isNotNull();
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void an_interrupted_thread_is_not_admitted_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> calls.admit("a call", Priority.URGENT)).isInstanceOf(NotSentException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls.flying()).isZero();
    }

    @Test
    void a_place_is_given_back_once() {
        Permit permit = calls.admit("a call", Priority.ORDINARY);
        Permit other = calls.admit("a call", Priority.ORDINARY);

        permit.close();
        permit.close();

        assertThat(calls.flying()).isEqualTo(1);
        other.close();
        assertThat(calls.flying()).isZero();
    }

    @Test
    void sixty_four_threads_never_exceed_the_limit_and_all_come_through() throws InterruptedException {
        AtomicInteger flying = new AtomicInteger();
        AtomicInteger highest = new AtomicInteger();
        BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
        List<Permit> held = fill(ORDINARY - 4, Priority.ORDINARY);
        for (int i = 0; i < 64; i++) {
            Priority priority = i % 8 == 0 ? Priority.URGENT : Priority.ORDINARY;
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 200; n++) {
                    Permit permit = calls.admit("a call", priority);
                    highest.accumulateAndGet(flying.incrementAndGet(), Math::max);
                    flying.decrementAndGet();
                    permit.close();
                }
                done.add(200);
            });
            threads.add(thread);
            thread.start();
        }

        int all = 0;
        for (int i = 0; i < 64; i++) {
            all += done.take();
        }

        assertThat(all).isEqualTo(64 * 200);
        assertThat(highest.get()).isPositive().isLessThanOrEqualTo(CallsInFlight.RESERVE + 4);
        held.forEach(Permit::close);
        assertThat(calls.flying()).isZero();
    }
}
