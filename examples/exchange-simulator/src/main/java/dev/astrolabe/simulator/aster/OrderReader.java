package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a new order: what its type must have, may have, and must not have (docs: futures v3, "New Order"). */
final class OrderReader {

    private static final String CLIENT_ID = "^[\\.A-Z\\:/a-z0-9_-]{1,36}$";
    private static final String ENGINE_CLIENT_ID = "[A-Za-z0-9]{1,32}";
    private static final BigDecimal LEAST_RATE = new BigDecimal("0.1");
    private static final BigDecimal MOST_RATE = new BigDecimal("5");
    private static final BigDecimal MOST_RATE_OF_BATCH = new BigDecimal("4");

    private final Catalogue catalogue;

    OrderReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param batch whether it is one of a list, which knows no closePosition and smaller callback rates */
    NewOrder read(VenueAccount account, Parameters parameters, boolean batch) {
        Market market = catalogue.market(parameters);
        Side side = Words.side(parameters.text("side"));
        OrderType type = Words.orderType(parameters.text("type"));
        boolean closes = parameters.isTrue("closePosition");
        refuseWhatDoesNotBelong(parameters, type, batch);
        Optional<PositionSide> slot = slot(account, parameters, side);
        checkReduceOnly(account, parameters, type, closes);
        String workingType = parameters.find("workingType").orElse("CONTRACT_PRICE");
        String timeInForce = timeInForce(parameters, type);
        String clientId = clientId(parameters);
        OrderRequest.Builder order = OrderRequest.builder(market.instrument().symbol(), side, type)
                .positionSide(slot.orElse(null))
                .reduceOnly(parameters.isTrue("reduceOnly"))
                .closePosition(closes)
                .clientOrderId(clientId.matches(ENGINE_CLIENT_ID) ? clientId : null)
                .timeInForce(type.hasPrice() ? Words.timeInForce(timeInForce) : null)
                .triggerBy(type.isConditional() ? Words.workingType(workingType) : null);
        amounts(market.instrument(), parameters, type, closes, order);
        trailing(market, parameters, side, type, batch, order);
        Words.workingType(workingType);
        NativeOrder facts = new NativeOrder(clientId, timeInForce, workingType, parameters.isTrue("priceProtect"));
        return new NewOrder(market, order.build(), facts, wantsResult(parameters));
    }

    private static void refuseWhatDoesNotBelong(Parameters parameters, OrderType type, boolean batch) {
        List<String> alien = switch (type) {
            case LIMIT -> List.of("stopPrice", "activationPrice", "callbackRate");
            case MARKET -> List.of("timeInForce", "price", "stopPrice", "activationPrice", "callbackRate");
            case STOP_LIMIT, TAKE_PROFIT_LIMIT -> List.of("activationPrice", "callbackRate");
            case STOP_MARKET, TAKE_PROFIT_MARKET -> List.of("price", "activationPrice", "callbackRate");
            case TRAILING_STOP_MARKET -> List.of("price", "stopPrice");
            case LIQUIDATION, UNKNOWN -> List.of();
        };
        for (String name : alien) {
            if (parameters.has(name)) {
                throw ErrorCode.PARAMETER_NOT_REQUIRED.with(name);
            }
        }
        if (batch && parameters.isTrue("closePosition")) {
            throw ErrorCode.PARAMETER_NOT_REQUIRED.with("closePosition");
        }
    }

    private static Optional<PositionSide> slot(VenueAccount account, Parameters parameters, Side side) {
        Optional<PositionSide> slot =
                Words.positionSide(parameters.find("positionSide").orElse("BOTH"));
        boolean hedge = account.positionMode() == PositionMode.HEDGE;
        if (hedge != slot.isPresent()) {
            throw ErrorCode.POSITION_SIDE_MISMATCH.with();
        }
        boolean opens = slot.filter(position -> position.opening() == side).isPresent();
        if (opens && parameters.isTrue("closePosition")) {
            throw ErrorCode.POSITION_SIDE_MISMATCH.with();
        }
        return slot;
    }

    private static void checkReduceOnly(VenueAccount account, Parameters parameters, OrderType type, boolean closes) {
        Optional<Boolean> reduceOnly = parameters.findFlag("reduceOnly");
        if (reduceOnly.isPresent() && account.positionMode() == PositionMode.HEDGE && reduceOnly.get()) {
            throw ErrorCode.REDUCE_ONLY_CONFLICT.with();
        }
        if (!closes) {
            return;
        }
        if (type != OrderType.STOP_MARKET && type != OrderType.TAKE_PROFIT_MARKET) {
            throw ErrorCode.STRATEGY_INVALID.with(Words.of(type), reduceOnly.orElse(false));
        }
        if (parameters.has("quantity")) {
            throw ErrorCode.QUANTITY_WITH_CLOSE_POSITION.with();
        }
        if (reduceOnly.isPresent()) {
            throw (reduceOnly.get() ? ErrorCode.PARAMETER_NOT_REQUIRED : ErrorCode.REDUCE_ONLY_MUST_BE_TRUE)
                    .with("reduceOnly");
        }
    }

    private static String timeInForce(Parameters parameters, OrderType type) {
        String time = type == OrderType.LIMIT
                ? parameters.text("timeInForce")
                : parameters.find("timeInForce").orElse("GTC");
        Words.timeInForce(time);
        if (!type.hasPrice() && !time.equals("GTC")) {
            throw ErrorCode.INVALID_TIME_IN_FORCE.with();
        }
        return time;
    }

    private static String clientId(Parameters parameters) {
        String id = parameters.find("newClientOrderId").orElse("");
        if (!id.isEmpty() && !id.matches(CLIENT_ID)) {
            throw ErrorCode.INVALID_CLIENT_ORDER_ID.with();
        }
        return id;
    }

    private static boolean wantsResult(Parameters parameters) {
        return switch (parameters.find("newOrderRespType").orElse("ACK")) {
            case "ACK" -> false;
            case "RESULT" -> true;
            default -> throw ErrorCode.INVALID_RESPONSE_TYPE.with();
        };
    }

    private static void amounts(
            Instrument instrument, Parameters parameters, OrderType type, boolean closes, OrderRequest.Builder order) {
        if (!closes) {
            order.quantity(
                    instrument.fromContracts(positive(parameters.decimal("quantity"), ErrorCode.QUANTITY_BELOW_ZERO)));
        }
        if (type.hasPrice()) {
            order.price(instrument.fromVenuePrice(positive(parameters.decimal("price"), ErrorCode.PRICE_BELOW_ZERO)));
        }
        if (type.hasTrigger()) {
            order.triggerPrice(instrument.fromVenuePrice(
                    positive(parameters.decimal("stopPrice"), ErrorCode.STOP_PRICE_BELOW_ZERO)));
        }
    }

    static BigDecimal positive(BigDecimal value, ErrorCode otherwise) {
        if (value.signum() <= 0) {
            throw otherwise.with();
        }
        return value;
    }

    private static void trailing(
            Market market,
            Parameters parameters,
            Side side,
            OrderType type,
            boolean batch,
            OrderRequest.Builder order) {
        if (type != OrderType.TRAILING_STOP_MARKET) {
            return;
        }
        BigDecimal rate = parameters.decimal("callbackRate");
        BigDecimal most = batch ? MOST_RATE_OF_BATCH : MOST_RATE;
        if (rate.compareTo(LEAST_RATE) < 0 || rate.compareTo(most) > 0) {
            throw ErrorCode.INVALID_PARAMETER.with("callbackRate");
        }
        order.callbackRate(rate.movePointLeft(2));
        parameters.findDecimal("activationPrice").ifPresent(price -> {
            BigDecimal activation =
                    market.instrument().fromVenuePrice(positive(price, ErrorCode.STOP_PRICE_BELOW_ZERO));
            int apart = activation.compareTo(market.day().last());
            if (side == Side.BUY ? apart >= 0 : apart <= 0) {
                throw ErrorCode.WOULD_TRIGGER.with();
            }
            order.activationPrice(activation);
        });
    }
}
