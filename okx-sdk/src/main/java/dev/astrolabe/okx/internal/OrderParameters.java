package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.model.OkxAlgoRequest;
import dev.astrolabe.okx.model.OkxOrderRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an order is sent as: the venue's words and contracts (docs: OKX v5, "Place order" and "Place algo order"). */
final class OrderParameters {

    private final OkxSettings settings;
    private final AccountModes modes;

    OrderParameters(OkxSettings settings, AccountModes modes) {
        this.settings = settings;
        this.modes = modes;
    }

    /** A market or limit order, which has a client order id. */
    Params order(OkxOrderRequest request, Instrument instrument) {
        OrderRequest order = request.order();
        checkSpot(order, instrument);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("instId", instrument.venueSymbol());
        values.put("tdMode", tradeMode(order, instrument));
        values.put("clOrdId", order.clientOrderId().orElseThrow());
        values.put("side", OrderWords.word(order.side()));
        order.positionSide().ifPresent(side -> values.put("posSide", OrderWords.word(side)));
        values.put("ordType", orderType(order));
        order.price().ifPresent(price -> values.put("px", text(instrument.toVenuePrice(price))));
        BigDecimal contracts = contracts(order, instrument);
        values.put("sz", text(contracts));
        if (order.reduceOnly() && order.positionSide().isEmpty()) {
            values.put("reduceOnly", true);
        }
        if (instrument.kind() == InstrumentKind.SPOT && order.type() == OrderType.MARKET) {
            values.put("tgtCcy", "base_ccy");
        }
        order.selfTradePrevention().ifPresent(rule -> values.put("stpMode", OrderWords.word(rule)));
        Map<String, Object> exits = exits(order, instrument);
        if (!exits.isEmpty()) {
            values.put("attachAlgoOrds", List.of(exits));
        }
        values.putAll(request.values());
        RequestRules.checkSplit(request, contracts);
        return WireTerms.params(values);
    }

    /** A native algo order, which has a client order id. */
    Params algo(OkxAlgoRequest request, Instrument instrument) {
        RequestRules.check(request);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("instId", instrument.venueSymbol());
        if (request.get("tdMode").isEmpty()) {
            values.put("tdMode", modes.tradeMode(instrument.kind(), settings.marginMode()));
        }
        values.putAll(request.values());
        return WireTerms.params(values);
    }

    /** A conditional order as an algo order: one leg, or a trailing stop. */
    OkxAlgoRequest algo(OrderRequest order, Instrument instrument) {
        checkSpot(order, instrument);
        checkAlgo(order);
        OkxAlgoRequest request = waiting(order, instrument)
                .tradeMode(tradeMode(order, instrument))
                .clientOrderId(order.clientOrderId().orElseThrow());
        if (order.positionSide().isPresent()) {
            request = request.positionSide(OrderWords.word(order.positionSide().get()));
        }
        request = order.closePosition() ? request.closePosition() : request.size(plain(contracts(order, instrument)));
        if ((order.reduceOnly() || order.closePosition())
                && order.positionSide().isEmpty()) {
            request = request.reduceOnly(true);
        }
        return instrument.kind() == InstrumentKind.SPOT && !order.type().hasPrice()
                ? request.targetCurrency("base_ccy")
                : request;
    }

    private static OkxAlgoRequest waiting(OrderRequest order, Instrument instrument) {
        if (order.type() == OrderType.TRAILING_STOP_MARKET) {
            OkxAlgoRequest trailing = OkxAlgoRequest.trailing(
                    order.symbol(), order.side(), plain(order.callbackRate().orElseThrow()));
            return order.activationPrice()
                    .map(price -> trailing.activationPrice(plain(instrument.toVenuePrice(price))))
                    .orElse(trailing);
        }
        OkxAlgoRequest leg = OkxAlgoRequest.conditional(order.symbol(), order.side());
        BigDecimal trigger = plain(instrument.toVenuePrice(order.triggerPrice().orElseThrow()));
        TriggerBy by = order.triggerBy().orElse(TriggerBy.LAST);
        @Nullable
        BigDecimal limit = order.price()
                .map(instrument::toVenuePrice)
                .map(OrderParameters::plain)
                .orElse(null);
        boolean stop = order.type() == OrderType.STOP_MARKET || order.type() == OrderType.STOP_LIMIT;
        return stop ? leg.stopLoss(trigger, by, limit) : leg.takeProfit(trigger, by, limit);
    }

    /** An algo order has no time in force and no rule of its own against self-trades. */
    private static void checkAlgo(OrderRequest order) {
        order.timeInForce().filter(tif -> tif != TimeInForce.GTC).ifPresent(tif -> {
            throw unsupported("time in force " + tif + " of a " + order.type() + " order, only GTC");
        });
        order.selfTradePrevention().ifPresent(rule -> {
            throw unsupported("self-trade prevention of a " + order.type() + " order");
        });
    }

    private static UnsupportedOperationOnExchangeException unsupported(String what) {
        return new UnsupportedOperationOnExchangeException(ExchangeId.OKX.name(), what);
    }

    /** Spot has no position that could be reduced, closed or have a side. */
    private static void checkSpot(OrderRequest order, Instrument instrument) {
        if (instrument.kind() == InstrumentKind.SPOT
                && (order.reduceOnly()
                        || order.closePosition()
                        || order.positionSide().isPresent())) {
            throw NotSentException.invalid("order of " + order.symbol() + " is spot, which has no position: reduceOnly,"
                    + " closePosition and a position side do not go with it");
        }
    }

    private String tradeMode(OrderRequest order, Instrument instrument) {
        return modes.tradeMode(instrument.kind(), order.marginMode().orElse(settings.marginMode()));
    }

    private static String orderType(OrderRequest order) {
        if (order.type() == OrderType.MARKET) {
            return "market";
        }
        TimeInForce tif = order.timeInForce().orElse(TimeInForce.GTC);
        return switch (tif) {
            case GTC -> "limit";
            case IOC -> "ioc";
            case FOK -> "fok";
            case POST_ONLY -> "post_only";
            case RPI -> "rpi";
            case HIDDEN, UNKNOWN -> throw unsupported("time in force " + tif);
        };
    }

    /** The number of contracts, of spot the quantity. The order passed the filters before. */
    static BigDecimal contracts(OrderRequest order, Instrument instrument) {
        return order.contracts().orElseGet(() -> {
            BigDecimal quantity = order.quantity().orElseThrow();
            Optional<BigDecimal> price = order.price().or(order::triggerPrice);
            return price.isPresent() ? instrument.toContracts(quantity, price.get()) : instrument.toContracts(quantity);
        });
    }

    /** Both exits in one entry, so that the first that fires ends the other. */
    private static Map<String, Object> exits(OrderRequest order, Instrument instrument) {
        Map<String, Object> entry = new LinkedHashMap<>();
        order.takeProfit().ifPresent(exit -> exit("tp", exit, instrument, entry));
        order.stopLoss().ifPresent(exit -> exit("sl", exit, instrument, entry));
        return entry;
    }

    private static void exit(String leg, AttachedExit exit, Instrument instrument, Map<String, Object> into) {
        into.put(leg + "TriggerPx", text(instrument.toVenuePrice(exit.triggerPrice())));
        into.put(leg + "TriggerPxType", OrderWords.word(exit.triggerBy()));
        into.put(leg + "OrdPx", text(OrderWords.MARKET));
    }

    private static String text(BigDecimal value) {
        return plain(value).toPlainString();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
