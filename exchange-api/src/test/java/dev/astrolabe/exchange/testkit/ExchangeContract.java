package dev.astrolabe.exchange.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The contract of an {@link dev.astrolabe.exchange.ExchangeClient}, as numbered cases. Each implementation extends this with a
 * test that opens its venue; every case then runs against a fresh one:
 *
 * <pre>{@code
 * class PaperContractTest extends ExchangeContract {
 *     @Override
 *     protected ContractVenue openVenue() {
 *         return new PaperVenue();
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
public abstract class ExchangeContract
        implements ClientContract,
                MarketDataContract,
                OrderContract,
                OrderCheckContract,
                BatchContract,
                ConditionalOrderContract,
                OutcomeContract,
                AccountContract,
                HistoryContract,
                StreamContract {

    private @Nullable ContractVenue venue;

    /** For subclasses. */
    protected ExchangeContract() {}

    /**
     * Opens a venue in the state that {@link ContractVenue} describes, and a client on it.
     *
     * @return a fresh venue
     */
    protected abstract ContractVenue openVenue();

    @Override
    public ContractVenue venue() {
        return Objects.requireNonNull(venue, "no case is running");
    }

    @BeforeEach
    final void openFreshVenue() {
        venue = openVenue();
    }

    @AfterEach
    final void closeVenue() {
        if (venue != null) {
            venue.close();
            venue = null;
        }
    }
}
