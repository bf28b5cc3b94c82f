package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A market that remembers what its owner tells it: a movement is {@link #step}, then {@link #quote}, then trades and a book where
 * there are new ones, then {@link #done}. Guarded by its venue's lock.
 */
final class TapedMarket implements Market {

    private static final int KEPT_TRADES = 1000;
    private static final int KEPT_FUNDINGS = 1000;
    private static final int CHANGE_DECIMALS = 8;

    /** A trade on the tape; its neutral words are found once, when somebody first asks. */
    private static final class Print {
        private final long id;
        private final long ticks;
        private final long lots;
        private final long time;
        private final boolean takerBuys;
        private @Nullable Trade told;

        Print(long id, long ticks, long lots, long time, boolean takerBuys) {
            this.id = id;
            this.ticks = ticks;
            this.lots = lots;
            this.time = time;
            this.takerBuys = takerBuys;
        }
    }

    private final Grid grid;
    private final Duration fundingInterval;
    private final MinuteBars last;
    private final MinuteBars mark;
    private final MinuteBars index;
    private final Deque<Print> prints = new ArrayDeque<>();
    private final List<FundingRate> fundings = new ArrayList<>();
    private List<PriceLevel> bids = List.of();
    private List<PriceLevel> asks = List.of();
    private long sequence;
    private long now;
    private long openBefore;
    private long nextTradeId = 1;
    private long lastTicks;
    private long markUnits;
    private long indexUnits;
    private long nextFunding = Long.MAX_VALUE;
    private BigDecimal rate = BigDecimal.ZERO;
    private BigDecimal openInterest = BigDecimal.ZERO;
    private @Nullable Ticker day;
    private Instrument instrument;

    /** @param fundingInterval between two payments, at whole multiples of it; zero for what pays none */
    TapedMarket(Grid grid, Duration fundingInterval, long begin, long ticks, long units) {
        this.grid = grid;
        this.instrument = grid.instrument();
        this.fundingInterval = fundingInterval;
        this.now = begin;
        this.lastTicks = ticks;
        this.markUnits = units;
        this.indexUnits = units;
        this.last = new MinuteBars(begin, ticks);
        this.mark = new MinuteBars(begin, units);
        this.index = new MinuteBars(begin, units);
        this.openBefore = last.newestOpen();
        if (!fundingInterval.isZero()) {
            nextFunding = nextStamp(begin);
        }
    }

    private long nextStamp(long time) {
        long step = fundingInterval.toMillis();
        return (Math.floorDiv(time, step) + 1) * step;
    }

    void step(long time) {
        now = time;
        openBefore = last.newestOpen();
        day = null;
    }

    /** New mark and index price; funding that has come due is paid at the rate that was announced. */
    void quote(long newMark, long newIndex) {
        markUnits = newMark;
        indexUnits = newIndex;
        mark.at(now, newMark).price(newMark);
        index.at(now, newIndex).price(newIndex);
        if (now >= nextFunding) {
            pay();
        }
    }

    private void pay() {
        fundings.add(FundingRate.builder()
                .symbol(symbol())
                .rate(rate)
                .fundingTime(Instant.ofEpochMilli(nextFunding))
                .interval(fundingInterval)
                .markPrice(grid.indexPrice(markUnits))
                .build());
        if (fundings.size() > KEPT_FUNDINGS) {
            fundings.remove(0);
        }
        nextFunding = nextStamp(now);
    }

    void trade(long ticks, long lots, boolean takerBuys) {
        lastTicks = ticks;
        prints.addLast(new Print(nextTradeId++, ticks, lots, now, takerBuys));
        if (prints.size() > KEPT_TRADES) {
            prints.removeFirst();
        }
        last.at(now, ticks).trade(ticks, lots, grid.coinUnits(lots, ticks));
    }

    /** A book that differs from the one before; the lists are kept and must not change. */
    void show(List<PriceLevel> newBids, List<PriceLevel> newAsks) {
        bids = newBids;
        asks = newAsks;
        sequence++;
    }

    void announce(BigDecimal fundingRate) {
        rate = fundingRate;
    }

    void openInterest(BigDecimal amount) {
        openInterest = amount;
    }

    /** The minute of this movement begins even where nothing was traded in it. */
    void done() {
        last.at(now, lastTicks);
    }

    /** Nothing is traded any more. */
    void expire() {
        instrument = grid.instrument().toBuilder()
                .status(InstrumentStatus.CLOSED)
                .rawStatus("expired")
                .build();
        openBefore = last.newestOpen();
    }

    Grid grid() {
        return grid;
    }

    long lastTicks() {
        return lastTicks;
    }

    long markUnits() {
        return markUnits;
    }

    long indexUnits() {
        return indexUnits;
    }

    /** The next time of funding; {@link Long#MAX_VALUE} for what pays none. */
    long nextFunding() {
        return nextFunding;
    }

    private Symbol symbol() {
        return grid.instrument().symbol();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public OrderBook book(int levels) {
        return new OrderBook(
                symbol(),
                bids.subList(0, Math.min(levels, bids.size())),
                asks.subList(0, Math.min(levels, asks.size())),
                sequence,
                Instant.ofEpochMilli(now));
    }

    @Override
    public MarkPrice mark() {
        boolean pays = !fundingInterval.isZero();
        return MarkPrice.builder()
                .symbol(symbol())
                .mark(grid.indexPrice(markUnits))
                .index(grid.indexPrice(indexUnits))
                .fundingRate(pays ? rate : null)
                .nextFundingTime(pays ? Instant.ofEpochMilli(nextFunding) : null)
                .time(Instant.ofEpochMilli(now))
                .build();
    }

    @Override
    public Ticker day() {
        Ticker known = day;
        if (known == null) {
            known = ticker(last.day());
            day = known;
        }
        return known;
    }

    private Ticker ticker(MinuteBar all) {
        BigDecimal open = grid.price(all.open);
        BigDecimal close = grid.price(all.close);
        return Ticker.builder()
                .symbol(symbol())
                .last(close)
                .open(open)
                .high(grid.price(all.high))
                .low(grid.price(all.low))
                .baseVolume(grid.volume(all.lots, all.coinUnits))
                .quoteVolume(grid.turnover(all.lots, all.ticksTimesLots))
                .changeRatio(close.subtract(open).divide(open, CHANGE_DECIMALS, RoundingMode.HALF_EVEN))
                .time(Instant.ofEpochMilli(now))
                .build();
    }

    @Override
    public long dayTrades() {
        return last.day().trades;
    }

    @Override
    public List<Trade> trades() {
        return prints.stream().map(this::trade).toList();
    }

    private Trade trade(Print print) {
        Trade known = print.told;
        if (known == null) {
            known = new Trade(
                    symbol(),
                    Long.toString(print.id),
                    grid.price(print.ticks),
                    grid.quantity(print.lots, print.ticks),
                    print.takerBuys ? Side.BUY : Side.SELL,
                    Instant.ofEpochMilli(print.time));
            print.told = known;
        }
        return known;
    }

    @Override
    public List<Candle> candles(
            PriceKind kind, CandleInterval interval, @Nullable Instant from, @Nullable Instant to, int limit) {
        MinuteBars bars = switch (kind) {
            case LAST -> last;
            case MARK -> mark;
            case INDEX -> index;
        };
        List<Candle> candles = new ArrayList<>();
        bars.candles(interval, millis(from), millis(to), limit)
                .forEach((open, bar) -> candles.add(candle(kind, open, bar, now > MinuteBars.closeOf(interval, open))));
        return List.copyOf(candles);
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private Candle candle(PriceKind kind, long open, MinuteBar bar, boolean closed) {
        boolean traded = kind == PriceKind.LAST;
        return new Candle(
                Instant.ofEpochMilli(open),
                traded ? grid.price(bar.open) : grid.indexPrice(bar.open),
                traded ? grid.price(bar.high) : grid.indexPrice(bar.high),
                traded ? grid.price(bar.low) : grid.indexPrice(bar.low),
                traded ? grid.price(bar.close) : grid.indexPrice(bar.close),
                traded ? grid.volume(bar.lots, bar.coinUnits) : BigDecimal.ZERO,
                closed);
    }

    @Override
    public List<FundingRate> fundings() {
        return List.copyOf(fundings);
    }

    @Override
    public BigDecimal openInterest() {
        return openInterest;
    }

    @Override
    public Optional<Candle> closedMinute() {
        long open = last.newestOpen();
        if (open == openBefore) {
            return Optional.empty();
        }
        long closed = open - MinuteBars.MINUTE;
        return Optional.of(candle(PriceKind.LAST, closed, last.get(closed), true));
    }
}
