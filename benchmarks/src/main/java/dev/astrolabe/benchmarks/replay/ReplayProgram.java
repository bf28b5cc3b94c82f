package dev.astrolabe.benchmarks.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Replays the files of a folder and prints how many seconds the last time took.
 *
 * @since 0.1
 */
public final class ReplayProgram {

    private ReplayProgram() {}

    /**
     * Runs the program.
     *
     * @param args the folder, how many files, how many in one session, and how many times
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        List<Path> files = IntStream.range(0, Integer.parseInt(args[1]))
                .mapToObj(number -> CandleFiles.file(Path.of(args[0]), number))
                .toList();
        int together = Integer.parseInt(args[2]);
        double seconds = 0;
        for (int time = 0; time < Integer.parseInt(args[3]); time++) {
            long begin = System.nanoTime();
            for (int first = 0; first < files.size(); first += together) {
                Replay.run(files.subList(first, Math.min(first + together, files.size())));
            }
            seconds = (System.nanoTime() - begin) / 1e9;
        }
        System.out.println(seconds);
    }
}
