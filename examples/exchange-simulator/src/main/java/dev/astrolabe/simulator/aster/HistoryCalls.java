package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.SIGNED;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills and incomes (docs: futures v3, "Account Trade List", "Get Income History"). */
final class HistoryCalls {

    private final SimulatedVenue venue;
    private final Catalogue catalogue;

    HistoryCalls(SimulatedVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.add("GET", "userTrades", SIGNED, 5, this::trades);
        routes.add("GET", "income", SIGNED, 30, this::incomes);
    }

    private Object trades(Call call) {
        Parameters parameters = call.parameters();
        Market market = catalogue.market(parameters);
        Optional<Long> fromId = parameters.findNumber("fromId");
        if (fromId.isPresent() && (parameters.has("startTime") || parameters.has("endTime"))) {
            throw ErrorCode.BAD_COMBINATION.with();
        }
        TimeWindow window = TimeWindow.within(parameters, OrderQueries.WEEK, venue.now(), 500, 1000);
        Optional<String> orderId = parameters.findNumber("orderId").map(id -> Long.toString(id));
        List<Fill> fills = call.account().fills().stream()
                .filter(fill -> fill.symbol().equals(market.instrument().symbol()))
                .filter(fill -> orderId.isEmpty() || fill.orderId().equals(orderId.get()))
                .toList();
        List<Fill> page = fromId.map(from -> MarketCalls.first(
                        fills.stream()
                                .filter(fill -> Long.parseLong(fill.tradeId()) >= from)
                                .toList(),
                        window.limit()))
                .orElseGet(() -> window.cut(fills, Fill::time));
        return page.stream().map(fill -> trade(market.instrument(), fill)).toList();
    }

    private static Map<String, Object> trade(Instrument instrument, Fill fill) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("buyer", fill.side() == Side.BUY);
        row.put("commission", Figures.money(fill.fee().negate()));
        row.put("commissionAsset", fill.feeAsset());
        row.put("id", Long.parseLong(fill.tradeId()));
        row.put("maker", fill.liquidity() == Liquidity.MAKER);
        row.put("orderId", Long.parseLong(fill.orderId()));
        row.put("price", Figures.price(instrument, fill.price()));
        row.put("qty", Figures.quantity(instrument, fill.quantity()));
        row.put("quoteQty", Figures.plain(fill.price().multiply(fill.quantity()).setScale(8, RoundingMode.HALF_EVEN)));
        row.put("realizedPnl", Figures.money(fill.realizedPnl().orElse(BigDecimal.ZERO)));
        row.put("side", fill.side().name());
        row.put("positionSide", fill.positionSide().map(PositionSide::name).orElse("BOTH"));
        row.put("symbol", instrument.venueSymbol());
        row.put("time", fill.time().toEpochMilli());
        return row;
    }

    private Object incomes(Call call) {
        Parameters parameters = call.parameters();
        VenueAccount account = call.account();
        Optional<Market> market =
                parameters.has("symbol") ? Optional.of(catalogue.market(parameters)) : Optional.empty();
        Optional<String> type = parameters.find("incomeType");
        TimeWindow window = parameters.has("startTime") || parameters.has("endTime")
                ? TimeWindow.open(parameters, 100, 1000)
                : TimeWindow.within(parameters, OrderQueries.WEEK, venue.now(), 100, 1000);
        List<Income> incomes = account.incomes().stream()
                .filter(income -> type.isEmpty() || type.get().equals(income.rawType()))
                .filter(income -> market.isEmpty()
                        || income.symbol()
                                .equals(Optional.of(market.get().instrument().symbol())))
                .toList();
        return window.cut(incomes, Income::time).stream().map(this::income).toList();
    }

    private Map<String, Object> income(Income income) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
                "symbol",
                income.symbol()
                        .flatMap(venue::market)
                        .map(market -> market.instrument().venueSymbol())
                        .orElse(""));
        row.put("incomeType", income.rawType());
        row.put("income", Figures.money(income.amount()));
        row.put("asset", income.asset());
        row.put("info", income.rawType());
        row.put("time", income.time().toEpochMilli());
        row.put("tranId", income.id());
        row.put("tradeId", income.tradeId().orElse(""));
        return row;
    }
}
