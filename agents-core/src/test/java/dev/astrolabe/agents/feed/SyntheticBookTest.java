package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SyntheticBookTest {

    private static final int CASES = 10_000;
    private static final BigDecimal NOTIONAL = new BigDecimal("50000");

    private final Random random = new Random(1);

    @Test
    void every_level_is_what_its_number_makes_of_the_best() {
        for (int i = 0; i < CASES; i++) {
            Instrument instrument = instrument(decimal(3, random.nextInt(6)), decimal(3, random.nextInt(6)));
            BigDecimal price = decimal(7, random.nextInt(6));
            BigDecimal spread = decimal(2, random.nextInt(3));
            BigDecimal activity = decimal(5, 4);
            int levels = 1 + random.nextInt(30);

            OrderBook book =
                    new SyntheticBook(instrument, spread, levels, NOTIONAL).around(price, activity, Instant.EPOCH);

            assertThat(book).isEqualTo(plain(instrument, spread, levels, price, activity));
        }
    }

    private BigDecimal decimal(int digits, int scale) {
        int bound = (int) Math.pow(10, 1 + random.nextInt(digits));
        return BigDecimal.valueOf(1 + random.nextInt(bound), scale);
    }

    private static Instrument instrument(BigDecimal tick, BigDecimal lot) {
        StepFilter quantities = new StepFilter(lot, BigDecimal.ZERO, lot);
        return Instrument.builder()
                .symbol(Symbol.parse("BTC/USDT:USDT"))
                .exchange("paper")
                .venueSymbol("BTCUSDT")
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .priceFilter(new StepFilter(tick, BigDecimal.ZERO, tick))
                .quantityFilter(quantities)
                .marketQuantityFilter(quantities)
                .build();
    }

    /** The plain twin: level n lies n - 1 steps behind the best and is n times as large. */
    private static OrderBook plain(
            Instrument instrument, BigDecimal spread, int levels, BigDecimal price, BigDecimal activity) {
        BigDecimal tick = instrument.tickSize();
        BigDecimal half =
                price.multiply(spread).multiply(new BigDecimal("0.00005")).max(tick);
        BigDecimal bid = onTick(price.subtract(half), tick, RoundingMode.FLOOR).max(tick);
        BigDecimal ask = onTick(price.add(half), tick, RoundingMode.CEILING);
        BigDecimal step = onTick(price.multiply(new BigDecimal("0.0001")), tick, RoundingMode.CEILING)
                .max(tick);
        BigDecimal lots = NOTIONAL.multiply(activity)
                .divide(price.multiply(instrument.lotSize()), 0, RoundingMode.DOWN)
                .max(BigDecimal.ONE);
        List<PriceLevel> bids = new ArrayList<>();
        List<PriceLevel> asks = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            BigDecimal distance = step.multiply(BigDecimal.valueOf(i));
            BigDecimal quantity = lots.multiply(BigDecimal.valueOf(i + 1L)).multiply(instrument.lotSize());
            if (bid.compareTo(distance) > 0) {
                bids.add(new PriceLevel(bid.subtract(distance), quantity));
            }
            asks.add(new PriceLevel(ask.add(distance), quantity));
        }
        return new OrderBook(instrument.symbol(), bids, asks, -1, Instant.EPOCH);
    }

    private static BigDecimal onTick(BigDecimal price, BigDecimal tick, RoundingMode mode) {
        return price.divide(tick, 0, mode).multiply(tick);
    }
}
