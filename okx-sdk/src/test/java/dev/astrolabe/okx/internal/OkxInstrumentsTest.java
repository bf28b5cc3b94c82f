package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import org.junit.jupiter.api.Test;

class OkxInstrumentsTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");

    @Test
    void reads_spot_perpetuals_and_futures_once() {
        try (PublicOkx venue = new PublicOkx()) {
            assertThat(venue.instruments.all())
                    .extracting(Instrument::venueSymbol)
                    .containsExactlyInAnyOrder(
                            "BTC-USDT", "BTC-USDT-SWAP", "BTC-USD-SWAP", "BTC-USDT-270326", "BTC-USD_UM_XPERP-310404");
            assertThat(venue.instruments.get(BTC).venueSymbol()).isEqualTo("BTC-USDT-SWAP");
            assertThat(venue.catalogueCalls())
                    .containsExactly(
                            "/api/v5/public/instruments?instType=SPOT",
                            "/api/v5/public/instruments?instType=SWAP",
                            "/api/v5/public/instruments?instType=FUTURES");
        }
    }

    @Test
    void keeps_the_rows_as_okx_sent_them() {
        try (PublicOkx venue = new PublicOkx()) {
            assertThat(venue.instruments.row("NEWCOIN-USDT-SWAP").orElseThrow().instFamily())
                    .contains("NEWCOIN-USDT");
            assertThat(venue.instruments.row("NEWCOIN-USDT-SWAP").orElseThrow().instIdCode())
                    .isEmpty();
            assertThat(venue.instruments.row(BTC).instIdCode()).hasValue(10459);
            assertThat(venue.instruments.row("NOCOIN-USDT-SWAP")).isEmpty();
            assertThatThrownBy(() -> venue.instruments.row(Symbol.parse("NO/USDT:USDT")))
                    .isInstanceOf(NotSentException.class);
        }
    }

    @Test
    void knows_on_what_funding_is_paid() {
        try (PublicOkx venue = new PublicOkx()) {
            OkxInstruments instruments = venue.instruments;

            assertThat(instruments.paysFunding(instruments.get(BTC))).isTrue();
            assertThat(instruments.paysFunding(instruments.get(Symbol.parse("BTC/USD:BTC"))))
                    .isTrue();
            assertThat(instruments.paysFunding(instruments.get(Symbol.parse("BTC/USD:USD-310404"))))
                    .isTrue();
            assertThat(instruments.paysFunding(instruments.get(Symbol.parse("BTC/USDT:USDT-270326"))))
                    .isFalse();
            assertThat(instruments.paysFunding(instruments.get(Symbol.parse("BTC/USDT"))))
                    .isFalse();
        }
    }

    @Test
    void asks_for_credentials_before_it_reads_the_catalogue_for_a_call() {
        try (PublicOkx venue = new PublicOkx()) {
            assertThatThrownBy(() -> venue.instruments.forCall(AccountOperations.CONFIG, BTC))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("credentials");
            assertThat(venue.server.received()).isEmpty();
            assertThat(venue.instruments.forCall(MarketOperations.TICKER, BTC).symbol())
                    .isEqualTo(BTC);
        }
    }
}
