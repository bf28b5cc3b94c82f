package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnumsTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, false",
        "PARTIALLY_FILLED, false",
        "FILLED, true",
        "CANCELED, true",
        "REJECTED, true",
        "EXPIRED, true",
        "UNKNOWN, false"
    })
    void an_unknown_status_is_never_terminal(OrderStatus status, boolean terminal) {
        assertThat(status.isTerminal()).isEqualTo(terminal);
    }

    @ParameterizedTest
    @CsvSource({
        "MARKET, false, false, false",
        "LIMIT, false, true, false",
        "STOP_MARKET, true, false, true",
        "STOP_LIMIT, true, true, true",
        "TAKE_PROFIT_MARKET, true, false, true",
        "TAKE_PROFIT_LIMIT, true, true, true",
        "TRAILING_STOP_MARKET, true, false, false",
        "LIQUIDATION, false, false, false",
        "UNKNOWN, false, false, false"
    })
    void a_type_knows_what_it_carries(OrderType type, boolean conditional, boolean price, boolean trigger) {
        assertThat(type.isConditional()).isEqualTo(conditional);
        assertThat(type.hasPrice()).isEqualTo(price);
        assertThat(type.hasTrigger()).isEqualTo(trigger);
    }

    @Test
    void sides_know_their_opposites() {
        assertThat(Side.BUY.opposite()).isEqualTo(Side.SELL);
        assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
        assertThat(Side.BUY.sign()).isEqualTo(1);
        assertThat(Side.SELL.sign()).isEqualTo(-1);
        assertThat(PositionSide.LONG.opening()).isEqualTo(Side.BUY);
        assertThat(PositionSide.LONG.closing()).isEqualTo(Side.SELL);
        assertThat(PositionSide.SHORT.opening()).isEqualTo(Side.SELL);
        assertThat(PositionSide.SHORT.closing()).isEqualTo(Side.BUY);
        assertThat(PositionSide.SHORT.opposite()).isEqualTo(PositionSide.LONG);
        assertThat(PositionSide.LONG.opposite()).isEqualTo(PositionSide.SHORT);
    }

    @Test
    void a_signed_quantity_has_a_side_unless_it_is_flat() {
        assertThat(PositionSide.ofSign(1)).isEqualTo(PositionSide.LONG);
        assertThat(PositionSide.ofSign(-1)).isEqualTo(PositionSide.SHORT);
        assertThatIllegalArgumentException().isThrownBy(() -> PositionSide.ofSign(0));
    }

    @ParameterizedTest
    @EnumSource(CandleInterval.class)
    void an_interval_is_found_by_its_code(CandleInterval interval) {
        assertThat(CandleInterval.ofCode(interval.code())).contains(interval);
    }

    @ParameterizedTest
    @EnumSource(value = CandleInterval.class, mode = EnumSource.Mode.EXCLUDE, names = "MO1")
    void an_interval_is_found_by_its_length(CandleInterval interval) {
        assertThat(CandleInterval.ofDuration(interval.duration())).contains(interval);
    }

    @Test
    void a_minute_is_not_a_month_and_a_month_has_no_length_of_its_own() {
        assertThat(CandleInterval.ofCode("1m")).contains(CandleInterval.M1);
        assertThat(CandleInterval.ofCode("1M")).contains(CandleInterval.MO1);
        assertThat(CandleInterval.ofCode("7m")).isEmpty();
        assertThat(CandleInterval.ofDuration(Duration.ofDays(28))).isEmpty();
        assertThat(CandleInterval.ofDuration(Duration.ofSeconds(90))).isEmpty();
    }

    @Test
    void intervals_grow() {
        assertThat(Arrays.stream(CandleInterval.values()).map(CandleInterval::duration))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
