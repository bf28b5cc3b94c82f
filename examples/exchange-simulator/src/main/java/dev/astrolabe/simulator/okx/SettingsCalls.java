package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The endpoints of leverage, modes, isolated margin, and of what may still be traded. */
final class SettingsCalls {

    private static final Set<String> MARGIN_MODES = Set.of("cross", "isolated");
    private static final int MOST_INSTRUMENTS = 20;
    private static final int MOST_SIZED = 5;

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final Ids ids;

    SettingsCalls(SimulatedVenue venue, Catalogue catalogue, Ids ids) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    void register(Endpoints endpoints) {
        endpoints.read("account/leverage-info", Limit.user(20), this::leverage);
        endpoints.trade("account/set-leverage", Limit.user(20), this::setLeverage);
        endpoints.trade("account/set-position-mode", Limit.user(5), this::setPositionMode);
        endpoints.trade("account/position/margin-balance", Limit.user(20), this::adjustMargin);
        endpoints.read("account/max-size", Limit.user(20), call -> sizes(call, "maxBuy", "maxSell", true));
        endpoints.read("account/max-avail-size", Limit.user(20), call -> sizes(call, "availBuy", "availSell", false));
    }

    private static String marginMode(Params params) {
        params.required("mgnMode");
        return params.oneOf("mgnMode", MARGIN_MODES).orElseThrow();
    }

    private List<OkxInstrument> instruments(Params params, int most) {
        params.required("instId");
        List<String> ids = params.list("instId");
        if (ids.size() > most) {
            throw Code.PARAMETER.refused("instId");
        }
        return ids.stream()
                .map(id -> catalogue.of(id).orElseThrow(Code.INSTRUMENT::refused))
                .toList();
    }

    /** The engine has one leverage for both margin modes and both sides of an instrument. */
    private Reply leverage(Call call) {
        String mode = marginMode(call.params());
        List<Row> rows = new ArrayList<>();
        for (OkxInstrument instrument : instruments(call.params(), MOST_INSTRUMENTS)) {
            for (String side : call.user().isHedged() ? List.of("long", "short") : List.of("net")) {
                rows.add(Row.of("ccy instId mgnMode posSide lever")
                        .with("instId", instrument.id())
                        .with("mgnMode", mode)
                        .with("posSide", side)
                        .with("lever", call.user().leverage(instrument.symbol())));
            }
        }
        return Reply.of(rows);
    }

    private Reply setLeverage(Call call) {
        Params params = call.params();
        String mode = marginMode(params);
        params.required("lever");
        BigDecimal lever = params.amount("lever").orElseThrow();
        OkxInstrument instrument = catalogue.required(params);
        params.oneOf("posSide", Set.of("net", "long", "short"));
        if (lever.stripTrailingZeros().scale() > 0) {
            // The engine reckons with whole leverages.
            throw Code.PARAMETER.refused("lever");
        }
        if (lever.compareTo(new BigDecimal(instrument.leverageCeiling())) > 0) {
            throw Code.LEVERAGE_MAXIMUM.refused();
        }
        try {
            call.user().client(instrument.symbol()).account().setLeverage(instrument.symbol(), lever.intValue());
        } catch (ExchangeException e) {
            throw Refusals.ofLeverage(e);
        }
        venue.settingsChanged(call.user().account(), instrument.symbol());
        return Reply.of(Row.of("lever mgnMode instId posSide")
                .with("lever", Text.of(lever))
                .with("mgnMode", mode)
                .with("instId", instrument.id())
                .with("posSide", params.textOr("posSide", "")));
    }

    private Reply setPositionMode(Call call) {
        call.params().required("posMode");
        String mode = call.params()
                .oneOf("posMode", Set.of("long_short_mode", "net_mode"))
                .orElseThrow();
        PositionMode wanted = mode.equals("net_mode") ? PositionMode.ONE_WAY : PositionMode.HEDGE;
        try {
            call.user().account().setPositionMode(wanted);
        } catch (ExchangeException e) {
            throw new Refused(Code.SETTINGS_BUSY, Code.SETTINGS_BUSY.words());
        }
        venue.settingsChanged(call.user().account(), null);
        return Reply.of(Row.of("posMode").with("posMode", mode));
    }

    private Reply adjustMargin(Call call) {
        Params params = call.params();
        OkxInstrument instrument = catalogue.required(params);
        params.required("type");
        boolean adds =
                params.oneOf("type", Set.of("add", "reduce")).orElseThrow().equals("add");
        params.required("amt");
        BigDecimal amount = params.amount("amt").orElseThrow();
        Account account = call.user().client(instrument.symbol()).account();
        PositionSide side = side(call, instrument);
        try {
            account.adjustIsolatedMargin(instrument.symbol(), side, adds ? amount : amount.negate());
        } catch (RejectedException e) {
            throw e.reason() == Reason.INSUFFICIENT_FUNDS
                    ? new Refused(Code.MARGIN_MAXIMUM, Code.MARGIN_MAXIMUM.words())
                    : new Refused(Code.MARGIN_NO_POSITION, Code.MARGIN_NO_POSITION.words());
        }
        BigDecimal change = adds ? amount : amount.negate();
        call.user()
                .bills()
                .movedMargin(instrument, change, margin(account, instrument, side), ids.billBetween(), venue.now());
        venue.settingsChanged(call.user().account(), instrument.symbol());
        return Reply.of(Row.of("amt ccy instId leverage posSide type")
                .with("amt", Text.of(amount))
                .with("ccy", instrument.settle())
                .with("instId", instrument.id())
                .with("leverage", call.user().leverage(instrument.symbol()))
                .with("posSide", params.textOr("posSide", "net"))
                .with("type", adds ? "add" : "reduce"));
    }

    private static BigDecimal margin(Account account, OkxInstrument instrument, PositionSide side) {
        return account.positions(instrument.symbol()).stream()
                .filter(position -> position.side() == side)
                .flatMap(position -> position.isolatedMargin().stream())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** In net_mode the position that there is. */
    private static PositionSide side(Call call, OkxInstrument instrument) {
        Optional<PositionSide> slot = Placement.slot(call.user(), call.params());
        return slot.orElseGet(
                () -> call.user().client(instrument.symbol()).account().positions(instrument.symbol()).stream()
                        .findFirst()
                        .orElseThrow(Code.MARGIN_NO_POSITION::refused)
                        .side());
    }

    private Reply sizes(Call call, String buy, String sell, boolean inContracts) {
        Params params = call.params();
        params.required("tdMode");
        params.oneOf("tdMode", MARGIN_MODES);
        List<Row> rows = new ArrayList<>();
        for (OkxInstrument instrument : instruments(params, MOST_SIZED)) {
            BigDecimal free = available(call.user(), instrument);
            String most = Text.of(inContracts ? contracts(call, instrument, free) : free);
            Row row = inContracts ? Row.of("ccy instId").with("ccy", instrument.settle()) : Row.of("instId");
            rows.add(row.with("instId", instrument.id()).with(buy, most).with(sell, most));
        }
        return Reply.of(rows);
    }

    private static BigDecimal available(OkxUser user, OkxInstrument instrument) {
        return user.account().balances().stream()
                .filter(balance -> balance.asset().equals(instrument.settle()))
                .map(Balance::available)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** What the margin buys at the leverage, with the taker fee set aside. */
    private static BigDecimal contracts(Call call, OkxInstrument instrument, BigDecimal free) {
        BigDecimal price = call.params().amount("px").orElseGet(instrument::last);
        BigDecimal leverage =
                new BigDecimal(call.params().textOr("leverage", call.user().leverage(instrument.symbol())));
        FeeRate fees = call.user().client(instrument.symbol()).account().fees(instrument.symbol());
        BigDecimal share =
                BigDecimal.ONE.divide(leverage, MathContext.DECIMAL64).add(fees.taker());
        BigDecimal notional = free.divide(share, MathContext.DECIMAL64);
        BigDecimal quantity = instrument.inverse() ? notional : notional.divide(price, MathContext.DECIMAL64);
        BigDecimal contracts = instrument.contracts(quantity, price);
        return instrument.lot().signum() == 0
                ? contracts
                : contracts.divide(instrument.lot(), 0, RoundingMode.DOWN).multiply(instrument.lot());
    }
}
