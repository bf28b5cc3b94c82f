package dev.astrolabe.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import dev.astrolabe.okx.standin.OkxAnswer;
import dev.astrolabe.okx.standin.OkxContractVenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OKX tells of a limit by a code, never of how long it lasts. */
class OkxLimitTest {

    private static final OrderRequest ORDER =
            OrderRequest.limit(ContractVenue.BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000"));

    @ParameterizedTest
    @EnumSource(names = {"STATUS_429", "CODE_50011"})
    void a_limit_that_is_used_up_stops_its_call_for_the_length_of_the_limit(OkxAnswer answer) {
        try (OkxContractVenue venue = new OkxContractVenue(Okx::client)) {
            venue.standIn().faults(call -> call.mutation() ? Fault.of(Handling.IGNORED, answer) : Fault.NONE);

            RateLimitedException limited = catchThrowableOfType(
                    RateLimitedException.class, () -> venue.client().trading().place(ORDER));

            assertThat(limited.retryAt()).isEqualTo(venue.now().plusSeconds(2));
            venue.standIn().faults(call -> Fault.NONE);
            assertThat(venue.client().trading().openOrders())
                    .as("another call goes on at once")
                    .isEmpty();
            assertThat(venue.client().trading().place(ORDER).ref().orderId()).isPresent();
        }
    }

    @Test
    void an_exit_goes_at_once_when_entries_have_used_up_their_share() {
        try (OkxContractVenue venue = new OkxContractVenue(Okx::client)) {
            List<Duration> pauses = new ArrayList<>();
            ExchangeClient client = venue.anotherClient(time -> {
                pauses.add(time);
                Instant unused = venue.clock().advance(time);
            });
            client.trading().place(OrderRequest.market(ContractVenue.BTC, Side.BUY, new BigDecimal("0.01")));
            int atOnce = 1;
            while (pauses.isEmpty()) {
                client.trading().place(ORDER);
                atOnce++;
            }
            // The last of them had to wait, and is the first of a new time.
            for (int i = 1; i < atOnce - 1; i++) {
                client.trading().place(ORDER);
            }
            assertThat(pauses).hasSize(1);

            assertThat(client.trading().closePosition(ContractVenue.BTC, PositionSide.LONG))
                    .isPresent();
            assertThat(pauses).as("pauses of an exit").hasSize(1);
            client.trading().place(ORDER);
            assertThat(pauses).as("pauses of an entry").hasSize(2);
            client.close();
        }
    }
}
