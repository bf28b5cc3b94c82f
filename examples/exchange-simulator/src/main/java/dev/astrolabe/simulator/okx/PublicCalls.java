package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The endpoints of what is listed and how it is traded. */
final class PublicCalls {

    private static final String TIER =
            "baseMaxLoan imr instId maxLever maxSz minSz mmr optMgnFactor quoteMaxLoan tier uly instFamily";
    private static final String FUNDING = "formulaType fundingRate fundingTime instId instType method realizedRate";
    private static final Set<String> KINDS = Set.of("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS");
    private static final int MOST_FAMILIES = 5;

    private final SimulatedVenue venue;
    private final Catalogue catalogue;

    PublicCalls(SimulatedVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    void register(Endpoints endpoints) {
        endpoints.open(
                "public/time", Limit.ip(10), call -> Reply.of(Row.of("ts").with("ts", Text.of(call.now()))));
        endpoints.open("public/instruments", Limit.ip(20), this::instruments);
        endpoints.open("public/mark-price", Limit.ipAndInstrument(10), call -> each(call, MarketRows::mark));
        endpoints.open("public/open-interest", Limit.ipAndInstrument(20), call -> each(call, MarketRows::openInterest));
        endpoints.open(
                "public/price-limit",
                Limit.ip(20),
                call -> Reply.of(MarketRows.priceLimit(catalogue.required(call.params()))));
        endpoints.open("public/funding-rate", Limit.ipAndInstrument(10), this::funding);
        endpoints.open("public/funding-rate-history", Limit.ipAndInstrument(10), this::fundingHistory);
        endpoints.open("public/position-tiers", Limit.ip(10), this::tiers);
        endpoints.open("public/underlying", Limit.ip(20), this::underlying);
        endpoints.open("public/convert-contract-coin", Limit.ip(10), this::convert);
        endpoints.open("system/status", Limit.ip(1).within(Duration.ofSeconds(5)), call -> Reply.of(List.of()));
    }

    static void checkKind(Params params) {
        params.required("instType");
        params.oneOf("instType", KINDS);
    }

    private interface RowOf {
        Row row(OkxInstrument instrument);
    }

    private Reply each(Call call, RowOf rows) {
        checkKind(call.params());
        return Reply.of(
                catalogue.matching(call.params()).stream().map(rows::row).toList());
    }

    private Reply instruments(Call call) {
        return each(call, InstrumentRows::row);
    }

    private Reply funding(Call call) {
        String id = call.params().required("instId");
        if (id.equals("ANY")) {
            return Reply.of(catalogue.all().stream()
                    .filter(OkxInstrument::isPerpetual)
                    .map(MarketRows::funding)
                    .toList());
        }
        return Reply.of(MarketRows.funding(perpetual(call)));
    }

    private OkxInstrument perpetual(Call call) {
        OkxInstrument instrument = catalogue.required(call.params());
        if (!instrument.isPerpetual()) {
            throw Code.INSTRUMENT.refused();
        }
        return instrument;
    }

    private Reply fundingHistory(Call call) {
        OkxInstrument instrument = perpetual(call);
        List<FundingRate> newestFirst = new ArrayList<>(instrument.market().fundings());
        Collections.reverse(newestFirst);
        return Reply.of(Paging.page(
                        call.params(), newestFirst, rate -> rate.fundingTime().toEpochMilli(), 400)
                .stream()
                .map(rate -> Row.of(FUNDING)
                        .with("formulaType", "noRate")
                        .with("fundingRate", Text.of(rate.rate()))
                        .with("fundingTime", Text.of(rate.fundingTime()))
                        .with("instId", instrument.id())
                        .with("instType", instrument.type())
                        .with("method", "current_period")
                        .with("realizedRate", Text.of(rate.rate())))
                .toList());
    }

    private Reply tiers(Call call) {
        Params params = call.params();
        checkKind(params);
        params.required("tdMode");
        List<String> families = params.has("instFamily") ? params.list("instFamily") : params.list("uly");
        if (families.isEmpty() || families.size() > MOST_FAMILIES) {
            throw Code.PARAMETER.refused("instFamily");
        }
        return Reply.of(families.stream()
                .flatMap(family -> catalogue.all().stream()
                        .filter(instrument -> instrument.family().equals(family))
                        .filter(instrument -> instrument.type().equals(params.required("instType")))
                        .limit(1))
                .flatMap(this::tiers)
                .filter(row -> !params.has("tier") || row.text("tier").equals(params.textOr("tier", "")))
                .toList());
    }

    /** The engine's tiers are of a notional; here they are told in contracts at the mark price of the moment. */
    private Stream<Row> tiers(OkxInstrument instrument) {
        return venue.accounts().stream()
                .limit(1)
                .flatMap(account ->
                        account.client(instrument.symbol()).account().riskTiers(instrument.symbol()).stream())
                .map(tier -> tier(instrument, tier));
    }

    private static Row tier(OkxInstrument instrument, RiskTier tier) {
        return Row.of(TIER)
                .with("imr", Text.of(Text.ratio(BigDecimal.ONE, tier.maxLeverage())))
                .with("instFamily", instrument.family())
                .with("maxLever", Text.of(tier.maxLeverage()))
                .with("maxSz", contracts(instrument, tier.notionalCap()))
                .with("minSz", contracts(instrument, tier.notionalFloor()))
                .with("mmr", Text.of(tier.maintenanceMarginRate()))
                .with("tier", Integer.toString(tier.tier()))
                .with("uly", instrument.family());
    }

    private static String contracts(OkxInstrument instrument, BigDecimal notional) {
        BigDecimal quantity =
                instrument.inverse() ? notional : notional.divide(instrument.mark(), MathContext.DECIMAL64);
        return Text.of(instrument.contracts(quantity, instrument.mark()).setScale(0, RoundingMode.DOWN));
    }

    private Reply underlying(Call call) {
        checkKind(call.params());
        List<String> families = catalogue.matching(call.params()).stream()
                .map(OkxInstrument::family)
                .distinct()
                .toList();
        return Reply.of(List.of(families));
    }

    private Reply convert(Call call) {
        Params params = call.params();
        OkxInstrument instrument = catalogue.required(params);
        params.required("sz");
        BigDecimal size = params.amount("sz").orElseThrow();
        BigDecimal price = params.amount("px").orElseGet(instrument::mark);
        boolean toContracts = params.oneOf("type", Set.of("1", "2")).orElse("1").equals("1");
        BigDecimal converted = toContracts ? instrument.contracts(size, price) : instrument.quantity(size, price);
        if (toContracts) {
            RoundingMode mode =
                    params.textOr("opType", "close").equals("open") ? RoundingMode.DOWN : RoundingMode.HALF_UP;
            converted = instrument.lot().signum() == 0
                    ? converted
                    : converted.divide(instrument.lot(), 0, mode).multiply(instrument.lot());
        }
        return Reply.of(Row.of("instId px sz type unit")
                .with("instId", instrument.id())
                .with("px", Text.of(price))
                .with("sz", Text.of(converted))
                .with("type", toContracts ? "1" : "2")
                .with("unit", params.textOr("unit", "coin")));
    }
}
