package dev.astrolabe.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void lines_up_names_to_the_left_and_figures_to_the_right() {
        TextTable table = new TextTable("Agent", "PnL", "Trades")
                .row("Lightning Scalper", "-1.25", "7")
                .row("All", "+1200.00", "");

        assertThat(table.lines())
                .containsExactly(
                        "Agent                   PnL  Trades",
                        "-----------------------------------",
                        "Lightning Scalper     -1.25       7",
                        "All                +1200.00");
    }

    @Test
    void refuses_a_row_of_another_width() {
        assertThatThrownBy(() -> new TextTable("a", "b").row("1")).hasMessage("1 cells in a table of 2 columns");
    }
}
