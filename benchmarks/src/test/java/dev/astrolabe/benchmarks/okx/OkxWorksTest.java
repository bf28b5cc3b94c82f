package dev.astrolabe.benchmarks.okx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.dto.account.OpenPosition;

/** All contestants read the same. */
class OkxWorksTest {

    private static final BigDecimal CONTRACT = new BigDecimal("0.01");

    private final OkxPositionsBenchmark positions = new OkxPositionsBenchmark();
    private final OkxEventsBenchmark events = new OkxEventsBenchmark();

    @Test
    void positions_have_the_same_amounts() throws Exception {
        List<Position> ours = positions.astrolabe();
        List<OpenPosition> xchange = positions.xchange().getOpenPositions();
        Plain.Answer<?> plain = (Plain.Answer<?>) positions.databind();

        assertThat(ours).hasSameSizeAs(xchange).hasSameSizeAs(plain.data()).hasSize(20);
        for (int i = 0; i < ours.size(); i++) {
            Position our = ours.get(i);
            OpenPosition its = xchange.get(i);
            Plain.Position row = (Plain.Position) plain.data().get(i);
            assertThat(our.venueSymbol()).isEqualTo(row.instId());
            assertThat(our.symbol().base())
                    .isEqualTo(its.getInstrument().getBase().getCurrencyCode());
            assertThat(our.signedQuantity())
                    .isEqualByComparingTo(row.pos().multiply(CONTRACT))
                    .isEqualByComparingTo(
                            its.getType() == OpenPosition.Type.LONG
                                    ? its.getSize()
                                    : its.getSize().negate());
            assertThat(our.entryPrice()).isEqualTo(row.avgPx()).isEqualTo(its.getPrice());
            assertThat(our.liquidationPrice()).contains(row.liqPx()).contains(its.getLiquidationPrice());
            assertThat(our.unrealizedPnl()).isEqualTo(row.upl()).isEqualTo(its.getUnRealisedPnl());
            assertThat(our.markPrice()).contains(row.markPx());
            assertThat(our.leverage()).contains(row.lever());
            assertThat(our.notionalUsd()).contains(row.notionalUsd());
            assertThat(our.updatedAt()).contains(Instant.ofEpochMilli(row.uTime()));
        }
    }

    @Test
    void trades_are_the_same() throws Exception {
        Trade our = events.trade();
        Plain.Trade row = (Plain.Trade) row(events.tradeByDatabind());

        assertThat(our.id()).isEqualTo(row.tradeId());
        assertThat(our.price()).isEqualTo(row.px());
        assertThat(our.quantity()).isEqualByComparingTo(row.sz().multiply(CONTRACT));
        assertThat(our.time()).isEqualTo(Instant.ofEpochMilli(row.ts()));
    }

    @Test
    void best_prices_are_the_same() throws Exception {
        BookTicker our = events.ticker();
        Plain.Book row = (Plain.Book) row(events.tickerByDatabind());

        assertThat(our.bid()).isEqualTo(row.bids().get(0).get(0));
        assertThat(our.ask()).isEqualTo(row.asks().get(0).get(0));
        assertThat(our.askQuantity())
                .isEqualByComparingTo(row.asks().get(0).get(1).multiply(CONTRACT));
        assertThat(our.time()).isEqualTo(Instant.ofEpochMilli(row.ts()));
    }

    @Test
    void orders_are_the_same() throws Exception {
        Order our = events.order();
        Plain.Order row = (Plain.Order) row(events.orderByDatabind());

        assertThat(our.orderId()).isEqualTo(row.ordId());
        assertThat(our.clientOrderId()).contains(row.clOrdId());
        assertThat(our.price()).contains(row.px());
        assertThat(our.filledQuantity()).isEqualByComparingTo(row.accFillSz().multiply(CONTRACT));
        assertThat(our.averagePrice()).contains(row.avgPx());
        assertThat(our.updatedAt()).contains(Instant.ofEpochMilli(row.uTime()));
    }

    private static Object row(Object push) {
        return ((Plain.Push<?>) push).data().get(0);
    }
}
