package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the listener is to be told. Collected while the books are between two states, and told by {@link #tell()} once they
 * are consistent again, in the order of its happening.
 */
final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /** What nobody listens to; compared by identity, so that no view of an order is made for it. */
    static final PaperListener NOBODY = new PaperListener() {};

    private final PaperListener listener;
    private final Queue<Runnable> pending = new ArrayDeque<>();
    private boolean telling;

    Notices(PaperListener listener) {
        this.listener = listener;
    }

    void changed(PaperOrder order) {
        if (isHeard()) {
            Order view = order.view();
            pending.add(() -> listener.orderChanged(account(order), view));
        }
    }

    void triggered(PaperOrder order) {
        if (isHeard()) {
            Order view = order.view();
            pending.add(() -> listener.triggered(account(order), view));
            pending.add(() -> listener.orderChanged(account(order), view));
        }
    }

    void filled(PaperOrder order, Fill fill) {
        if (isHeard()) {
            Order view = order.view();
            pending.add(() -> listener.filled(account(order), view, fill));
        }
    }

    void booked(Portfolio portfolio, Income income) {
        if (isHeard()) {
            pending.add(() -> listener.booked(portfolio.id(), income));
        }
    }

    private boolean isHeard() {
        return listener != NOBODY;
    }

    private static String account(PaperOrder order) {
        return order.holding().portfolio().id();
    }

    /** Tells what is pending. A listener that fails is no reason for the venue to stop halfway. */
    void tell() {
        if (telling) {
            return;
        }
        telling = true;
        try {
            for (Runnable next = pending.poll(); next != null; next = pending.poll()) {
                tell(next);
            }
        } finally {
            telling = false;
        }
    }

    private static void tell(Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException e) {
            LOG.warn("a listener of a paper exchange failed", e);
        }
    }
}
