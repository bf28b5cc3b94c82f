package dev.astrolabe.agents.paper;

import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OpenInterest;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the exchange has been told, and no more. A market without a tick yet has no prices. */
final class PaperMarketData implements MarketData {

    private static final int MAX_TRADES = 1000;

    private final PaperClient client;
    private final Venue venue;

    PaperMarketData(PaperClient client, Venue venue) {
        this.client = client;
        this.venue = venue;
    }

    @Override
    public Instant serverTime() {
        return client.read(venue::now);
    }

    @Override
    public Ticker ticker(Symbol symbol) {
        return client.read(symbol, market -> ticker(ticked(market, "ticker")));
    }

    @Override
    public List<Ticker> tickers() {
        return everyTicked(this::ticker);
    }

    private Ticker ticker(PaperMarket market) {
        return market.tape().ticker(market.last(), venue.now());
    }

    @Override
    public BookTicker bookTicker(Symbol symbol) {
        return client.read(symbol, market -> {
            BookTicker ticker = bookTicker(ticked(market, "bookTicker"));
            if (ticker == null) {
                throw venue.rejection(Reason.MARKET_STATE, "bookTicker", "the book of " + symbol + " lacks a side");
            }
            return ticker;
        });
    }

    @Override
    public List<BookTicker> bookTickers() {
        return everyTicked(PaperMarketData::bookTicker);
    }

    private static @Nullable BookTicker bookTicker(PaperMarket market) {
        OrderBook book = market.book().displayed();
        if (book.bids().isEmpty() || book.asks().isEmpty()) {
            return null;
        }
        PriceLevel bid = book.bids().get(0);
        PriceLevel ask = book.asks().get(0);
        return new BookTicker(
                market.instrument().symbol(), bid.price(), bid.quantity(), ask.price(), ask.quantity(), book.time());
    }

    @Override
    public OrderBook orderBook(Symbol symbol, int depth) {
        checkRange("depth", depth, client.capabilities().maxBookDepth(), symbol);
        return client.read(symbol, market -> {
            OrderBook book = ticked(market, "orderBook").book().displayed();
            return new OrderBook(
                    symbol, top(book.bids(), depth), top(book.asks(), depth), book.sequence(), book.time());
        });
    }

    private static List<PriceLevel> top(List<PriceLevel> levels, int depth) {
        return levels.subList(0, Math.min(depth, levels.size()));
    }

    @Override
    public List<Trade> trades(Symbol symbol, int limit) {
        checkRange("limit", limit, MAX_TRADES, symbol);
        return client.read(symbol, market -> market.tape().prints(limit));
    }

    @Override
    public Page<Trade> tradeHistory(HistoryQuery query) {
        throw unsupported(Feature.TRADE_HISTORY);
    }

    @Override
    public List<Candle> candles(CandleQuery query) {
        client.capabilities().check(query);
        int limit = query.limit().orElse(venue.rules().candlesKept());
        return client.read(query.symbol(), market -> market.tape().candles(query, limit));
    }

    @Override
    public MarkPrice markPrice(Symbol symbol) {
        return client.read(symbol, market -> tick(ticked(market, "markPrice")).mark());
    }

    @Override
    public List<MarkPrice> markPrices() {
        return everyTicked(market -> tick(market).mark());
    }

    @Override
    public FundingRate fundingRate(Symbol symbol) {
        return client.read(symbol, market -> {
            MarkPrice mark = tick(ticked(market, "fundingRate")).mark();
            if (mark.fundingRate().isEmpty() || mark.nextFundingTime().isEmpty()) {
                throw venue.rejection(
                        Reason.MARKET_STATE, "fundingRate", "the newest tick of " + symbol + " tells no funding");
            }
            return FundingRate.builder()
                    .symbol(symbol)
                    .rate(mark.fundingRate().get())
                    .fundingTime(mark.nextFundingTime().get())
                    .markPrice(mark.mark())
                    .build();
        });
    }

    @Override
    public Page<FundingRate> fundingHistory(HistoryQuery query) {
        Symbol symbol = query.symbol()
                .orElseThrow(() -> NotSentException.invalid("a query of the funding history needs a symbol"));
        return client.read(symbol, market -> market.tape().fundings().page(query));
    }

    @Override
    public OpenInterest openInterest(Symbol symbol) {
        throw unsupported(Feature.OPEN_INTEREST);
    }

    /** The market, which must have had a tick. */
    private PaperMarket ticked(PaperMarket market, String call) {
        if (market.tick() == null) {
            throw venue.rejection(Reason.MARKET_STATE, call, market.instrument().symbol() + " has had no tick yet");
        }
        return market;
    }

    private static MarketTick tick(PaperMarket market) {
        MarketTick tick = market.tick();
        if (tick == null) {
            throw new IllegalStateException(market.instrument().symbol() + " has had no tick yet");
        }
        return tick;
    }

    private <T> List<T> everyTicked(Function<PaperMarket, @Nullable T> read) {
        return client.read(() -> {
            List<T> found = new ArrayList<>();
            for (PaperMarket market : venue.markets().values()) {
                T value = market.tick() == null ? null : read.apply(market);
                if (value != null) {
                    found.add(value);
                }
            }
            return List.copyOf(found);
        });
    }

    private static void checkRange(String name, int value, int max, Symbol symbol) {
        if (value < 1 || value > max) {
            throw NotSentException.invalid(name + " " + value + " of " + symbol + " is not between 1 and " + max);
        }
    }

    private UnsupportedOperationOnExchangeException unsupported(Feature feature) {
        return new UnsupportedOperationOnExchangeException(venue.id().name(), feature.toString());
    }
}
