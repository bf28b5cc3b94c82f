package dev.astrolabe.simulator.peers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Calls of ccxt's on one account, and our own client of the same account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CcxtGroup {

    static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    static final Symbol ETH = Symbol.parse("ETH/USDT:USDT");
    static final Symbol SOL = Symbol.parse("SOL/USDT:USDT");
    static final Symbol XRP = Symbol.parse("XRP/USDT:USDT");
    static final Symbol PEPE = Symbol.parse("PEPE/USDT:USDT");

    private final String account;
    private PeerBench bench;
    private ExchangeClient sdk;
    private Ccxt ccxt;
    private JsonNode markets;

    CcxtGroup(String account) {
        this.account = account;
    }

    /** What it runs on; its owner closes it. */
    abstract PeerBench openBench();

    @BeforeAll
    final void connect() {
        bench = openBench();
        prepare();
        sdk = bench.sdk(account);
        ccxt = bench.ccxt(account);
        markets = ccxt.call("loadMarkets").answer();
    }

    /** What has happened before ccxt comes. */
    void prepare() {}

    @AfterAll
    final void disconnect() {
        sdk.close();
    }

    final PeerBench bench() {
        return bench;
    }

    final PeerVenue venue() {
        return bench.venue();
    }

    /** Our own client. */
    final ExchangeClient sdk() {
        return sdk;
    }

    final Ccxt ccxt() {
        return ccxt;
    }

    final JsonNode markets() {
        return markets;
    }

    final Instrument instrument(Symbol symbol) {
        return sdk.instruments().get(symbol);
    }

    /** ccxt's name of an instrument. */
    final String name(Symbol symbol) {
        return market(instrument(symbol)).path("symbol").textValue();
    }

    /** ccxt's description of an instrument. */
    final JsonNode market(Instrument instrument) {
        for (JsonNode market : markets) {
            if (market.path("id").asText().equals(instrument.venueSymbol())) {
                return market;
            }
        }
        throw new AssertionError("ccxt has no market " + instrument.venueSymbol());
    }

    /** A price as the venue counts it. */
    final BigDecimal price(Symbol symbol, BigDecimal price) {
        return instrument(symbol).toVenuePrice(price);
    }

    /** A quantity as the venue counts it. */
    final BigDecimal size(Symbol symbol, BigDecimal quantity) {
        return instrument(symbol).toContracts(quantity);
    }

    final boolean onOkx() {
        return venue() == PeerVenue.OKX;
    }
}
