package dev.astrolabe.examples.desk;

import dev.astrolabe.agents.session.Progress;
import dev.astrolabe.agents.session.SessionListener;
import java.io.PrintWriter;

/** Prints a line each time another twentieth of the steps is done. For one thread. */
final class ProgressLines implements SessionListener {

    private static final int LINES = 20;

    private final PrintWriter out;
    private final long steps;
    private long told;

    ProgressLines(PrintWriter out, long steps) {
        this.out = out;
        this.steps = Math.max(1, steps);
    }

    @Override
    public void onStep(Progress progress) {
        long twentieths = progress.step() * LINES / steps;
        if (twentieths > told) {
            told = twentieths;
            out.printf(
                    "%3d %%  %s  equity %s  open %d  trades %d  %s%n",
                    Math.min(100, told * 100 / LINES),
                    progress.time(),
                    ReportText.money(progress.equity()),
                    progress.openPositions(),
                    progress.trades(),
                    progress.state());
            out.flush();
        }
    }
}
