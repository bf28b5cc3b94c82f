package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.SIGNED;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Moves margin: into and out of isolated positions, and between the futures wallet and a spot wallet that has no end. */
final class MarginTransfers {

    private static final int LONGEST_TRANSFER_ID = 64;

    private record Move(String symbol, boolean adds, Instant time, Map<String, Object> row) {}

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final UserEvents events;
    private final UserChannels users;
    private final Map<String, List<Move>> moves = new HashMap<>();
    private final Set<String> transfers = new TreeSet<>();

    MarginTransfers(SimulatedVenue venue, Catalogue catalogue, UserEvents events, UserChannels users) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.events = events;
        this.users = users;
    }

    void register(Routes routes) {
        routes.add("POST", "positionMargin", SIGNED, 1, this::adjust);
        routes.add("GET", "positionMargin/history", SIGNED, 1, this::history);
        routes.add("POST", "asset/wallet/transfer", SIGNED, 5, this::transfer);
    }

    private Object adjust(Call call) {
        Parameters parameters = call.parameters();
        VenueAccount account = call.account();
        Market market = catalogue.market(parameters);
        Symbol symbol = market.instrument().symbol();
        BigDecimal amount = OrderReader.positive(parameters.decimal("amount"), ErrorCode.AMOUNT_NOT_POSITIVE);
        boolean adds = isAddition(parameters.number("type"));
        Optional<PositionSide> slot =
                Words.positionSide(parameters.find("positionSide").orElse("BOTH"));
        if (SettingCalls.isHedge(account) != slot.isPresent()) {
            throw ErrorCode.POSITION_SIDE_MISMATCH.with();
        }
        Account of = account.client(symbol).account();
        if (of.marginMode(symbol) != MarginMode.ISOLATED) {
            throw ErrorCode.MARGIN_OF_CROSS.with();
        }
        Position position = of.positions(symbol).stream()
                .filter(held -> slot.isEmpty() || held.side() == slot.get())
                .findFirst()
                .orElseThrow(ErrorCode.MARGIN_WITHOUT_POSITION::with);
        move(of, symbol, position.side(), adds ? amount : amount.negate());
        note(account, market, slot.map(PositionSide::name).orElse("BOTH"), adds, amount);
        users.push(account, () -> events.marginChanged(account, market, "MARGIN_TRANSFER"));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("amount", Figures.number(amount));
        row.put("code", 200);
        row.put("msg", "Successfully modify position margin.");
        row.put("type", adds ? 1 : 2);
        return row;
    }

    private static boolean isAddition(long type) {
        if (type != 1 && type != 2) {
            throw ErrorCode.INVALID_PARAMETER.with("type");
        }
        return type == 1;
    }

    private static void move(Account account, Symbol symbol, PositionSide side, BigDecimal amount) {
        try {
            account.adjustIsolatedMargin(symbol, side, amount);
        } catch (RejectedException e) {
            throw e.reason() == Reason.INSUFFICIENT_FUNDS && amount.signum() > 0
                    ? ErrorCode.CROSS_BALANCE_INSUFFICIENT.with()
                    : ErrorCode.ISOLATED_BALANCE_INSUFFICIENT.with();
        }
    }

    private void note(VenueAccount account, Market market, String slot, boolean adds, BigDecimal amount) {
        String symbol = market.instrument().venueSymbol();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("amount", Figures.plain(amount));
        row.put("asset", Catalogue.marginAsset(market.instrument()));
        row.put("symbol", symbol);
        row.put("time", venue.now().toEpochMilli());
        row.put("type", adds ? 1 : 2);
        row.put("positionSide", slot);
        moves.computeIfAbsent(account.id(), any -> new ArrayList<>()).add(new Move(symbol, adds, venue.now(), row));
    }

    private Object history(Call call) {
        Parameters parameters = call.parameters();
        String symbol = catalogue.market(parameters).instrument().venueSymbol();
        Optional<Boolean> adds = parameters.findNumber("type").map(MarginTransfers::isAddition);
        List<Move> found = moves.getOrDefault(call.account().id(), List.of()).stream()
                .filter(move -> move.symbol().equals(symbol))
                .filter(move -> adds.isEmpty() || adds.get() == move.adds())
                .toList();
        return TimeWindow.open(parameters, 500, 1000).cut(found, Move::time).stream()
                .map(Move::row)
                .toList();
    }

    private Object transfer(Call call) {
        Parameters parameters = call.parameters();
        VenueAccount account = call.account();
        String asset = parameters.text("asset");
        String id = parameters.text("clientTranId");
        boolean in = switch (parameters.text("kindType")) {
            case "SPOT_FUTURE" -> true;
            case "FUTURE_SPOT" -> false;
            default -> throw ErrorCode.INVALID_PARAMETER.with("kindType");
        };
        BigDecimal amount = OrderReader.positive(parameters.decimal("amount"), ErrorCode.AMOUNT_NOT_POSITIVE);
        if (id.length() >= LONGEST_TRANSFER_ID) {
            throw ErrorCode.TRANSFER_ID_LENGTH.with();
        }
        if (!account.assets().contains(asset)) {
            throw ErrorCode.INVALID_PARAMETER.with("asset");
        }
        if (transfers.contains(account.id() + " " + id)) {
            throw ErrorCode.DUPLICATE_TRANSFER_ID.with();
        }
        try {
            venue.engine().transfer(account.id() + ":" + asset, in ? amount : amount.negate());
        } catch (IllegalArgumentException e) {
            throw ErrorCode.BALANCE_NOT_SUFFICIENT.with();
        }
        transfers.add(account.id() + " " + id);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tranId", transfers.size());
        row.put("status", "SUCCESS");
        return row;
    }
}
