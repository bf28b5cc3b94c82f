package dev.astrolabe.okx;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.okx.standin.OkxContractVenue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The margin mode belongs to an order and to its position, and not to the instrument. */
class OkxIsolatedMarginTest {

    private static final BigDecimal SIZE = new BigDecimal("0.01");
    private static final OrderRequest BUY = OrderRequest.market(BTC, Side.BUY, SIZE);

    private static OkxContractVenue isolated() {
        return new OkxContractVenue(Okx::client, Map.of(Okx.MARGIN_MODE, "isolated"));
    }

    @Test
    void an_order_opens_its_position_in_its_own_mode_beside_that_of_the_other() {
        try (OkxContractVenue venue = new OkxContractVenue(Okx::client)) {
            ExchangeClient client = venue.client();
            client.trading().place(BUY);
            client.trading()
                    .place(BUY.toBuilder().marginMode(MarginMode.ISOLATED).build());

            List<Position> positions = client.account().positions(BTC);

            assertThat(positions)
                    .extracting(Position::marginMode)
                    .containsExactlyInAnyOrder(MarginMode.CROSS, MarginMode.ISOLATED);
            assertThat(positions).allSatisfy(each -> assertThat(each.quantity()).isEqualByComparingTo(SIZE));
        }
    }

    @Test
    void margin_is_added_to_and_taken_from_an_isolated_position() {
        try (OkxContractVenue venue = isolated()) {
            ExchangeClient client = venue.client();
            client.trading().place(BUY);
            BigDecimal before = margin(client);

            client.account().adjustIsolatedMargin(BTC, PositionSide.LONG, new BigDecimal("25"));
            BigDecimal more = margin(client);
            client.account().adjustIsolatedMargin(BTC, PositionSide.LONG, new BigDecimal("-10"));

            assertThat(more.subtract(before)).isEqualByComparingTo("25");
            assertThat(margin(client).subtract(before)).isEqualByComparingTo("15");
        }
    }

    private static BigDecimal margin(ExchangeClient client) {
        return client.account().positions(BTC).get(0).isolatedMargin().orElseThrow();
    }

    @Test
    void leverage_is_that_of_the_mode_of_the_client() {
        try (OkxContractVenue venue = isolated()) {
            ExchangeClient client = venue.client();

            assertThat(client.account().setLeverage(BTC, 5).leverage()).isEqualByComparingTo("5");

            assertThat(client.account().leverage(BTC).leverage()).isEqualByComparingTo("5");
            assertThat(client.account().marginMode(BTC)).isEqualTo(MarginMode.ISOLATED);
        }
    }

    @Test
    void a_position_is_closed_in_its_mode() {
        try (OkxContractVenue venue = isolated()) {
            ExchangeClient client = venue.client();
            client.trading().place(BUY);

            assertThat(client.trading().closePosition(BTC, PositionSide.LONG)).isPresent();

            assertThat(client.account().positions(BTC)).isEmpty();
        }
    }

    @Test
    void margin_of_no_position_is_refused_before_it_is_sent() {
        try (OkxContractVenue venue = isolated()) {
            assertThatThrownBy(() ->
                            venue.client().account().adjustIsolatedMargin(BTC, PositionSide.LONG, new BigDecimal("25")))
                    .isInstanceOf(NotSentException.class);
            assertThat(venue.mutationsSeen()).isZero();
        }
    }
}
