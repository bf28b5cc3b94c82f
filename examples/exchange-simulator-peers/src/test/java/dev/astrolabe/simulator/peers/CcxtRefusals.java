package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ccxt throws, which proves the codes of refusals. */
abstract class CcxtRefusals extends CcxtGroup {

    CcxtRefusals() {
        super(PeerBench.POOR);
    }

    /** That a call is refused with an error of a class of ccxt's. */
    static void requireRefused(String kind, Ccxt ccxt, String method, Object... arguments) {
        CcxtError error = catchThrowableOfType(CcxtError.class, () -> ccxt.call(method, arguments));
        assertThat(error).as("%s is refused", method).isNotNull();
        assertThat(error.kinds()).as(error.getMessage()).contains(kind);
    }

    /** ccxt with one of its settings changed; the name is that of no other. */
    final Ccxt with(String name, String setting, String value) {
        ObjectNode config = venue().config(bench().simulator(), PeerBench.POOR);
        return bench().ccxt(name, config.put(setting, value));
    }

    @Test
    void an_order_beyond_the_account_s_money_is_insufficient_funds() {
        requireRefused(
                "InsufficientFunds",
                ccxt(),
                "createOrder",
                name(BTC),
                "limit",
                "buy",
                size(BTC, new java.math.BigDecimal("0.5")),
                price(BTC, sdk().marketData().bookTicker(BTC).bid()));
    }

    @Test
    void a_symbol_that_ccxt_does_not_know_is_a_bad_symbol() {
        requireRefused("BadSymbol", ccxt(), "fetchTicker", "NOPE/USDT:USDT");
    }

    @Test
    void an_order_that_is_not_there_is_not_found() {
        requireRefused("OrderNotFound", ccxt(), "fetchOrder", "987654321", name(BTC));
        requireRefused("OrderNotFound", ccxt(), "cancelOrder", "987654321", name(BTC));
    }

    @Test
    void an_order_below_the_smallest_size_is_an_invalid_order() {
        requireRefused("InvalidOrder", ccxt(), smallOrderCall(), smallOrder());
    }

    /** The method of ccxt's that sends an order as it is, since createOrder checks sizes before it sends. */
    abstract String smallOrderCall();

    abstract Map<String, Object> smallOrder();
}
