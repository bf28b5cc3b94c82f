package dev.astrolabe.simulator.okx;

/** The codes that this venue answers with, their words and their HTTP status (docs: OKX v5, "Error Code"). */
enum Code {
    NOT_FOUND("404", 404, "Endpoint %s does not exist."),
    SERVICE_DOWN("50001", 503, "Service temporarily unavailable. Please try again later."),
    BODY_NOT_JSON("50006", 400, "Invalid Content-Type or body: JSON is expected."),
    OUTCOME_UNKNOWN(
            "50004",
            400,
            "API endpoint request timeout. (does not mean that the request was successful or failed, please check the"
                    + " request result)."),
    TOO_MANY_REQUESTS("50011", 429, "Too Many Requests"),
    EMPTY_PARAMETER("50014", 400, "Parameter %s can not be empty."),
    EITHER_PARAMETER("50015", 400, "Either parameter %s is required."),
    ORDER_EXPIRED("50037", 200, "Order expired."),
    ORDER_RATE("50061", 200, "You've reached the maximum order rate limit for this account."),
    NO_KEY("50103", 401, "Request header \"OK-ACCESS-KEY\" can not be empty."),
    NO_PASSPHRASE("50104", 401, "Request header \"OK-ACCESS-PASSPHRASE\" can not be empty."),
    WRONG_PASSPHRASE("50105", 401, "Request header \"OK-ACCESS-PASSPHRASE\" incorrect."),
    NO_SIGN("50106", 401, "Request header \"OK-ACCESS-SIGN\" can not be empty."),
    NO_TIMESTAMP("50107", 401, "Request header \"OK-ACCESS-TIMESTAMP\" can not be empty."),
    TIMESTAMP_EXPIRED("50102", 401, "Timestamp request expired."),
    INVALID_KEY("50111", 401, "Invalid OK-ACCESS-KEY."),
    INVALID_TIMESTAMP("50112", 401, "Invalid OK-ACCESS-TIMESTAMP."),
    INVALID_SIGN("50113", 401, "Invalid signature."),
    METHOD("50115", 405, "Invalid request method."),
    UNKNOWN_KEY("50119", 200, "API key doesn't exist"),
    PERMISSION("50120", 200, "This API key doesn't have permission to use this function"),
    PARAMETER("51000", 400, "Parameter %s error"),
    INSTRUMENT("51001", 200, "Instrument ID, Instrument ID code or Spread ID doesn't exist."),
    NO_ORDER_ID("51003", 200, "Either client order ID or order ID is required."),
    TIER("51004", 200, "Order failed. The amount exceeds the limit of the current tier and leverage: %s"),
    PRICE_LIMIT("51006", 200, "Order price is not within the price limit (max buy price: %s min sell price: %s )"),
    FUNDS("51008", 200, "Order failed. Insufficient %s margin in account "),
    ACCOUNT_MODE("51010", 200, "You can't complete this request under your current account mode."),
    DUPLICATE_CLIENT_ID("51016", 200, "Client order ID already exists."),
    BELOW_MINIMUM("51020", 200, "Your order should meet or exceed the minimum order amount."),
    SUSPENDED("51022", 200, "Contract suspended."),
    NO_POSITION("51023", 200, "Position doesn't exist."),
    TOO_MANY_PENDING("51025", 200, "Order count exceeds the limit."),
    TP_BELOW_ORDER("51046", 200, "The take profit trigger price must be higher than the order price"),
    SL_ABOVE_ORDER("51047", 200, "The stop loss trigger price must be lower than the order price"),
    TP_ABOVE_ORDER("51048", 200, "The take profit trigger price must be lower than the order price"),
    SL_BELOW_ORDER("51049", 200, "The stop loss trigger price must be higher than the order price"),
    TP_BELOW_ASK("51050", 200, "The take profit trigger price must be higher than the best ask price"),
    SL_ABOVE_ASK("51051", 200, "The stop loss trigger price must be lower than the best ask price"),
    TP_ABOVE_BID("51052", 200, "The take profit trigger price must be lower than the best bid price"),
    SL_BELOW_BID("51053", 200, "The stop loss trigger price must be higher than the best bid price"),
    DUPLICATE_ALGO_ID("51065", 200, "algoClOrdId already exists."),
    TOO_MANY_TIMERS("51071", 200, "You've reached the maximum number of tags."),
    BATCH_SIZE("51111", 400, "Maximum %s orders can be placed in bulk"),
    CLOSE_TOO_MUCH("51112", 200, "Your order size exceeds the available size: %s"),
    LOT("51121", 200, "Order quantity must be a multiple of the lot size."),
    NO_POSITION_TO_REDUCE(
            "51169",
            200,
            "Order failed because you don't have any positions in this direction for this contract to reduce or close."),
    TOO_MANY_ON_INSTRUMENT(
            "51174", 200, "Order failed. The number of %s pending orders reached the upper limit of %s."),
    ABOVE_MARKET_MAXIMUM("51201", 200, "The market order size exceeds the maximum of %s."),
    ABOVE_MAXIMUM("51202", 200, "The order size exceeds the maximum of %s."),
    TP_ABOVE_LAST("51277", 200, "TP trigger price can not be higher than the last price"),
    TP_BELOW_LAST("51278", 200, "TP trigger price can not be lower than the last price"),
    SL_BELOW_LAST("51279", 200, "SL trigger price can not be lower than the last price"),
    SL_ABOVE_LAST("51280", 200, "SL trigger price can not be higher than the last price"),
    TOO_MANY_OF_TYPE("51299", 200, "Order failed. You can hold a maximum of %s orders of this type."),
    TP_ABOVE_MARK("51300", 200, "TP trigger price can not be higher than the mark price"),
    SL_BELOW_MARK("51302", 200, "SL trigger price can not be lower than the mark price"),
    TP_BELOW_MARK("51303", 200, "TP trigger price can not be lower than the mark price"),
    SL_ABOVE_MARK("51304", 200, "SL trigger price can not be higher than the mark price"),
    ONE_CLOSE_FRACTION("51327", 200, "closeFraction is only available for one order of a position."),
    CLOSE_FRACTION_REDUCE("51328", 200, "closeFraction is only available for reduceOnly orders."),
    CANCEL_SETTLED("51400", 200, "Cancellation failed as the order has been filled, canceled or does not exist."),
    CANCEL_FILLED("51402", 200, "Cancellation failed as the order has been completed."),
    TRIGGERED_ALREADY("51416", 200, "The order has been triggered and can't be canceled"),
    CANCEL_BATCH_SIZE("51406", 400, "The number of orders to be canceled in bulk exceeds the limit of %s"),
    AMEND_NOTHING("51500", 200, "You must enter a price, quantity, or TP/SL"),
    AMEND_BATCH_SIZE("51501", 400, "The number of orders to be amended in bulk exceeds the limit of %s"),
    AMEND_NO_ORDER("51503", 200, "Your order does not exist or has been filled or canceled."),
    AMEND_DUPLICATE(
            "51512", 200, "Failed to amend orders in batches: you cannot have duplicate orders in the same request."),
    AMEND_NOT_THIS_TYPE("51506", 200, "Order modification unavailable for this order type."),
    NO_SUCH_ORDER("51603", 200, "Order does not exist."),
    FLAT_EXITS("54070", 200, "Parameters tp*/sl* are no longer supported here; use attachAlgoOrds."),
    SETTINGS_BUSY("59000", 200, "Settings failed. Close any open positions or orders before modifying settings."),
    LEVERAGE_MAXIMUM("59102", 200, "Leverage exceeds the maximum limit. Please lower the leverage."),
    LEVERAGE_FUNDS("59108", 200, "Low leverage and insufficient margin. Please adjust the leverage."),
    MARGIN_NO_POSITION("59300", 200, "Margin call failed. Position does not exist."),
    MARGIN_MAXIMUM("59301", 200, "Margin adjustment failed for exceeding the max limit."),
    WS_TIMESTAMP("60004", 0, "Invalid timestamp"),
    WS_KEY("60005", 0, "Invalid apiKey"),
    WS_EXPIRED("60006", 0, "Timestamp request expired"),
    WS_SIGN("60007", 0, "Invalid sign"),
    WS_LOGIN_FAILED("60009", 0, "Login failed."),
    WS_NOT_LOGGED_IN("60011", 0, "Please log in"),
    WS_REQUEST("60012", 0, "Invalid request: %s"),
    WS_ARGS("60013", 0, "Invalid args"),
    WS_TOO_MANY("60014", 0, "Requests too frequent"),
    WS_CHANNEL(
            "60018",
            0,
            "Wrong URL or channel:%s doesn't exist. Please use the correct URL, channel and parameters referring to API"
                    + " document."),
    WS_PASSPHRASE("60024", 0, "Wrong passphrase"),
    WS_TWICE("60031", 0, "The WebSocket endpoint does not support multiple account logins."),
    WS_UNKNOWN_KEY("60032", 0, "API key doesn't exist."),
    WS_INTERNAL("64007", 0, "Operation failed due to a internal error. Please try again later."),
    WS_TIER("64003", 0, "Your trading fee tier doesn't meet the requirement to access this channel");

    private final String number;
    private final int status;
    private final String words;

    Code(String number, int status, String words) {
        this.number = number;
        this.status = status;
        this.words = words;
    }

    String number() {
        return number;
    }

    /** The HTTP status; 0 for what is told over sockets only. */
    int status() {
        return status;
    }

    String words(Object... parts) {
        return parts.length == 0 ? words : String.format(words, parts);
    }

    Refused refused(Object... parts) {
        return new Refused(this, words(parts));
    }
}
