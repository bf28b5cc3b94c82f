package dev.astrolabe.exchange;

/**
 * What some exchanges can do and others cannot. What is not listed here, every exchange can.
 *
 * @since 0.1
 */
public enum Feature {
    /** {@link Trading#test}: the venue checks an order without placing it. */
    TEST_ORDER,
    /** {@link Trading#amend}: a resting order is changed in place. */
    AMEND_ORDER,
    /** {@link Trading#placeBatch} in one request. */
    BATCH_PLACE,
    /** {@link Trading#cancelBatch} in one request. */
    BATCH_CANCEL,
    /** Stop-loss and take-profit placed together with the entry. */
    ATTACHED_EXITS,
    /** Conditional orders that close the whole position. */
    CLOSE_POSITION_TRIGGER,
    /** {@link Account#setPositionMode}. */
    SET_POSITION_MODE,
    /** {@link Account#setMarginMode}. */
    SET_MARGIN_MODE,
    /** {@link Account#adjustIsolatedMargin}. */
    ADJUST_ISOLATED_MARGIN,
    /** {@link MarketData#openInterest}. */
    OPEN_INTEREST,
    /** {@link MarketData#fundingRate} and its history. */
    FUNDING,
    /** Candles of the mark price. */
    MARK_CANDLES,
    /** Candles of the index price. */
    INDEX_CANDLES,
    /** {@link MarketData#tradeHistory}: trades older than the newest. */
    TRADE_HISTORY,
    /** {@link MarketStreams}. */
    MARKET_STREAMS,
    /** {@link UserStreams}. */
    USER_STREAMS
}
