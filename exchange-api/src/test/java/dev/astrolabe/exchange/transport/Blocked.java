package dev.astrolabe.exchange.transport;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** User code that blocks until a test lets it go on. */
final class Blocked {

    private Blocked() {}

    static void until(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing let it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
