package dev.astrolabe.okx.standin;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static dev.astrolabe.exchange.testkit.ContractVenue.PEPE;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.engine.PriceBoard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A perpetual contract of the stand-in.
 *
 * @param demoCode its number in demo trading; the one of live trading is another
 * @param lot in contracts
 * @param maxSize in contracts
 */
record Listing(
        Symbol symbol,
        String instId,
        long liveCode,
        long demoCode,
        BigDecimal contractValue,
        BigDecimal lot,
        BigDecimal tick,
        BigDecimal maxSize,
        BigDecimal firstPrice) {

    static final List<Listing> ALL = List.of(
            new Listing(
                    BTC,
                    "BTC-USDT-SWAP",
                    10459L,
                    2021032601102993L,
                    num("0.01"),
                    num("0.1"),
                    num("0.1"),
                    num("10000"),
                    num("50000")),
            new Listing(
                    PEPE,
                    "PEPE-USDT-SWAP",
                    54320L,
                    2021032601109999L,
                    num("10000000"),
                    num("0.1"),
                    num("0.000000001"),
                    num("1000000"),
                    num("0.00001")));

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    static Optional<Listing> find(String instId) {
        return ALL.stream().filter(each -> each.instId.equals(instId)).findFirst();
    }

    static Optional<Listing> ofCode(long code) {
        return ALL.stream().filter(each -> each.demoCode == code).findFirst();
    }

    static Listing of(Symbol symbol) {
        return ALL.stream()
                .filter(each -> each.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    static PriceBoard board() {
        return new PriceBoard(
                ALL.stream().map(Listing::instrument).toList(),
                Map.of(BTC, of(BTC).firstPrice, PEPE, of(PEPE).firstPrice));
    }

    /** {@code BTC-USDT}: the family, and the index too. */
    String family() {
        return symbol.base() + "-" + symbol.quote();
    }

    BigDecimal toBase(BigDecimal contracts) {
        return contracts.multiply(contractValue);
    }

    BigDecimal toContracts(BigDecimal quantity) {
        return quantity.divide(contractValue);
    }

    private Instrument instrument() {
        StepFilter quantities = new StepFilter(toBase(lot), toBase(maxSize), toBase(lot));
        return Instrument.builder()
                .symbol(symbol)
                .exchange("okx")
                .venueSymbol(instId)
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("live")
                .contractValue(contractValue)
                .priceMultiplier(BigDecimal.ONE)
                .priceFilter(new StepFilter(tick, num("1000000"), tick))
                .quantityFilter(quantities)
                .marketQuantityFilter(quantities)
                .maxLeverage(num("100"))
                .build();
    }

    /** The row of the catalogue. */
    Map<String, Object> row(boolean demo) {
        Map<String, Object> row = Rows.of(
                "instType", "SWAP",
                "instId", instId,
                "instFamily", family(),
                "uly", family(),
                "category", "1",
                "settleCcy", symbol.settle().orElseThrow(),
                "ctType", "linear",
                "ctVal", contractValue,
                "ctMult", "1",
                "ctValCcy", symbol.base(),
                "listTime", "1573557408000",
                "lever", "100",
                "tickSz", tick,
                "lotSz", lot,
                "minSz", lot,
                "maxLmtSz", maxSize,
                "maxMktSz", maxSize,
                "maxLmtAmt", "20000000",
                "maxTwapSz", "100000000",
                "maxIcebergSz", "100000000",
                "maxTriggerSz", "100000000",
                "maxStopSz", maxSize,
                "groupId", "4",
                "instCategory", "1",
                "ruleType", "normal",
                "state", "live",
                "initPxLmtPct", "0.8",
                "floatPxLmtPct", "0.8",
                "maxPxLmtPct", "0.8");
        row.put("instIdCode", demo ? demoCode : liveCode);
        row.put("futureSettlement", false);
        row.put("tradeQuoteCcyList", List.of());
        row.put("upcChg", List.of());
        return Rows.empty(row, """
                alias auctionEndTime baseCcy contTdSwTime expTime maxMktAmt openType optType preMktSwTime
                quoteCcy seriesId stk""");
    }
}
