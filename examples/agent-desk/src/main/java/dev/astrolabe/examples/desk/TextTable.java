package dev.astrolabe.examples.desk;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: the first column to the left, all others to the right. For one thread. */
final class TextTable {

    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    TextTable row(String... cells) {
        int columns = rows.get(0).size();
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, each without blanks at its end; a rule below the header. */
    List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(line(row, widths));
            if (lines.size() == 1) {
                int width = BETWEEN.length() * (widths.length - 1);
                for (int each : widths) {
                    width += each;
                }
                lines.add("-".repeat(width));
            }
        }
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : BETWEEN).append(i == 0 ? row.get(i) + blanks : blanks + row.get(i));
        }
        return line.toString().stripTrailing();
    }
}
