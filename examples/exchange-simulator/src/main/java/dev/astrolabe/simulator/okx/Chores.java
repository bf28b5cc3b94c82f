package dev.astrolabe.simulator.okx;

import java.util.ArrayDeque;
import java.util.Queue;

/** What is to be done once the engine has finished what it is at: its listeners must not change anything. */
final class Chores {

    private final Queue<Runnable> pending = new ArrayDeque<>();
    private boolean running;

    void add(Runnable chore) {
        pending.add(chore);
    }

    void run() {
        if (running) {
            return;
        }
        running = true;
        try {
            for (Runnable next = pending.poll(); next != null; next = pending.poll()) {
                next.run();
            }
        } finally {
            running = false;
        }
    }
}
