package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The positions of one user as they came and went. */
final class PositionLedger {

    private final Map<String, Episode> current = new HashMap<>();
    private final List<Episode> ended = new ArrayList<>();

    /**
     * Books a fill.
     *
     * @return the episode that it ended, if it did
     */
    Optional<Episode> filled(OkxInstrument instrument, Fill fill, String category, String mgnMode, String leverage) {
        String posSide = posSide(fill.positionSide());
        boolean buys = fill.side() == Side.BUY;
        BigDecimal contracts = instrument.contracts(fill.quantity(), fill.price());
        BigDecimal fee = fill.fee().negate();
        BigDecimal pnl = fill.realizedPnl().orElse(BigDecimal.ZERO);
        Episode episode = current.get(key(instrument.symbol(), posSide));
        Optional<Episode> end = Optional.empty();
        if (episode != null && episode.isLong() != buys) {
            BigDecimal closed = contracts.min(episode.held());
            episode.close(closed, fill.price(), category);
            episode.account(pnl, fee, fill.tradeId(), fill.time());
            contracts = contracts.subtract(closed);
            fee = BigDecimal.ZERO;
            pnl = BigDecimal.ZERO;
            end = endIfFlat(episode);
        }
        if (contracts.signum() > 0) {
            String id = Ids.position(fill.tradeId());
            Episode open = current.computeIfAbsent(
                    key(instrument.symbol(), posSide),
                    any -> new Episode(id, instrument, posSide, buys, mgnMode, leverage, fill.time()));
            open.open(contracts, fill.price());
            open.account(pnl, fee, fill.tradeId(), fill.time());
        }
        return end;
    }

    private Optional<Episode> endIfFlat(Episode episode) {
        if (!episode.isFlat()) {
            return Optional.empty();
        }
        current.remove(key(episode.instrument().symbol(), episode.posSide()));
        ended.add(episode);
        return Optional.of(episode);
    }

    /** Books funding, or what a liquidation costs, of an instrument: with two positions, in the first that there is. */
    void booked(Symbol symbol, Income income, boolean penalty) {
        Instant now = income.time();
        Optional<Episode> episode = List.of("net", "long", "short").stream()
                .map(posSide -> current.get(key(symbol, posSide)))
                .filter(found -> found != null)
                .findFirst();
        if (penalty) {
            episode.or(() -> lastEnded(symbol)).ifPresent(found -> found.addPenalty(income.amount(), now));
        } else {
            episode.ifPresent(found -> found.addFunding(income.amount(), now));
        }
    }

    private Optional<Episode> lastEnded(Symbol symbol) {
        for (int i = ended.size() - 1; i >= 0; i--) {
            if (ended.get(i).instrument().symbol().equals(symbol)) {
                return Optional.of(ended.get(i));
            }
        }
        return Optional.empty();
    }

    Optional<Episode> of(Symbol symbol, String posSide) {
        return Optional.ofNullable(current.get(key(symbol, posSide)));
    }

    /** Those that came to an end, oldest first. */
    List<Episode> ended() {
        return List.copyOf(ended);
    }

    static String posSide(Optional<PositionSide> side) {
        return side.map(slot -> slot == PositionSide.LONG ? "long" : "short").orElse("net");
    }

    private static String key(Symbol symbol, String posSide) {
        return symbol + " " + posSide;
    }
}
