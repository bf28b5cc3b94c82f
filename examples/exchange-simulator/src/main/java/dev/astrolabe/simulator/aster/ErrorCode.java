package dev.astrolabe.simulator.aster;

import java.util.Locale;

/** The venue's error codes that this one answers with (docs: futures v3, "Error Codes", 2026-06-30), and their words. */
enum ErrorCode {
    INVALID_SYMBOL_REFERENCE(-1000, "Invalid symbol."),
    SIGNATURE_CHECK_FAILED(-1000, "Signature check failed"),
    TOO_MANY_REQUESTS(
            -1003,
            "Too many requests; current limit of IP(%s) is %s requests per minute. Please use the websocket for live updates"
                    + " to avoid polling the API."),
    BANNED(
            -1003,
            "Way too many requests; IP(%s) banned until %s. Please use the websocket for live updates to avoid bans."),
    UNEXPECTED_RESPONSE(-1006, "An unexpected response was received from the message bus. Execution status unknown."),
    INVALID_MESSAGE(-1013, "Invalid message: %s"),
    UNSUPPORTED_COMPOSITION(-1014, "Unsupported order combination: %s"),
    TOO_MANY_ORDERS(-1015, "Too many new orders; current limit is %s orders per %s."),
    SHUTTING_DOWN(-1016, "This service is no longer available."),
    UNSUPPORTED_OPERATION(-1020, "This operation is not supported."),
    TIMESTAMP_OUTSIDE(-1021, "Timestamp for this request is outside of the recvWindow."),
    TIMESTAMP_AHEAD(-1021, "Timestamp for this request was 1000ms ahead of the server's time."),
    INVALID_SIGNATURE(-1022, "Signature for this request is not valid."),
    START_AFTER_END(-1023, "Start time is greater than end time."),
    ILLEGAL_CHARACTERS(-1100, "Illegal characters found in parameter '%s'; legal range is '%s'."),
    DUPLICATE_PARAMETER(-1101, "Duplicate values for parameter '%s' detected."),
    MANDATORY_PARAMETER(-1102, "Mandatory parameter '%s' was not sent, was empty/null, or malformed."),
    ORDER_ID_MISSING(-1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!"),
    EMPTY_PARAMETER(-1105, "Parameter '%s' was empty."),
    PARAMETER_NOT_REQUIRED(-1106, "Parameter '%s' sent when not required."),
    BAD_PRECISION(-1111, "Precision is over the maximum defined for this asset."),
    NO_DEPTH(-1112, "No orders on book for symbol."),
    INVALID_TIME_IN_FORCE(-1115, "Invalid timeInForce."),
    INVALID_ORDER_TYPE(-1116, "Invalid orderType."),
    INVALID_SIDE(-1117, "Invalid side."),
    BAD_INTERVAL(-1120, "Invalid interval."),
    BAD_SYMBOL(-1121, "Invalid symbol."),
    INVALID_LISTEN_KEY(-1125, "This listenKey does not exist."),
    MORE_THAN_HOURS(-1127, "Lookup interval is too big: more than %s hours between startTime and endTime."),
    BAD_COMBINATION(-1128, "Combination of optional parameters invalid."),
    INVALID_PARAMETER(-1130, "Data sent for parameter '%s' is not valid."),
    INVALID_RESPONSE_TYPE(-1136, "Invalid newOrderRespType."),
    ORDER_REJECTED(-2010, "New order rejected."),
    CANCEL_REJECTED(-2011, "Unknown order sent."),
    NO_SUCH_ORDER(-2013, "Order does not exist."),
    BAD_KEY_FORMAT(-2014, "API-key format invalid."),
    REJECTED_KEY(-2015, "Invalid API-key, IP, or permissions for action."),
    BALANCE_NOT_SUFFICIENT(-2018, "Balance is insufficient."),
    MARGIN_NOT_SUFFICIENT(-2019, "Margin is insufficient."),
    WOULD_TRIGGER(-2021, "Order would immediately trigger."),
    REDUCE_ONLY_REJECTED(-2022, "ReduceOnly Order is rejected."),
    MAX_OPEN_ORDERS(-2025, "Reach max open order limit."),
    MAX_LEVERAGE_RATIO(-2027, "Exceeded the maximum allowable position at current leverage."),
    MIN_LEVERAGE_RATIO(-2028, "Leverage is smaller than permitted: insufficient margin balance."),
    PRICE_BELOW_ZERO(-4001, "Price less than 0."),
    PRICE_ABOVE_MAX(-4002, "Price greater than max price."),
    QUANTITY_BELOW_ZERO(-4003, "Quantity less than zero."),
    QUANTITY_BELOW_MIN(-4004, "Quantity less than min quantity."),
    QUANTITY_ABOVE_MAX(-4005, "Quantity greater than max quantity."),
    STOP_PRICE_BELOW_ZERO(-4006, "Stop price less than zero."),
    STOP_PRICE_ABOVE_MAX(-4007, "Stop price greater than max price."),
    PRICE_BELOW_MIN(-4013, "Price less than min price."),
    PRICE_OFF_TICK(-4014, "Price not increased by tick size."),
    INVALID_CLIENT_ORDER_ID(-4015, "Client order id is not valid."),
    PRICE_ABOVE_BAND(-4016, "Limit price can't be higher than %s."),
    STRATEGY_INVALID(-4020, "Target strategy invalid for orderType '%s',reduceOnly '%s'."),
    INVALID_DEPTH_LIMIT(-4021, "'%s' is not valid depth limit."),
    WRONG_MARKET_STATUS(-4022, "Market status sent is not valid."),
    QUANTITY_OFF_STEP(-4023, "Qty not increased by step size."),
    PRICE_BELOW_BAND(-4024, "Limit price can't be lower than %s."),
    INVALID_LEVERAGE(-4028, "Leverage %s is not valid."),
    INVALID_WORKING_TYPE(-4031, "Working type is not valid."),
    TOO_MANY_CANCELS(-4032, "Exceed maximum cancel order size."),
    MAX_STOP_ORDERS(-4045, "Reach max stop order limit."),
    SAME_MARGIN_TYPE(-4046, "No need to change margin type."),
    OPEN_ORDERS_EXIST(-4047, "Margin type cannot be changed if there exists open orders."),
    POSITION_EXISTS(-4048, "Margin type cannot be changed if there exists position."),
    MARGIN_OF_CROSS(-4049, "Add margin only support for isolated position."),
    CROSS_BALANCE_INSUFFICIENT(-4050, "Cross balance insufficient."),
    ISOLATED_BALANCE_INSUFFICIENT(-4051, "Isolated balance insufficient."),
    MARGIN_WITHOUT_POSITION(-4054, "Cannot add position margin: position is 0."),
    AMOUNT_NOT_POSITIVE(-4055, "Amount must be positive."),
    SAME_POSITION_MODE(-4059, "No need to change position side."),
    INVALID_POSITION_SIDE(-4060, "Invalid position side."),
    POSITION_SIDE_MISMATCH(-4061, "Order's position side does not match user's setting."),
    REDUCE_ONLY_CONFLICT(-4062, "Invalid or improper reduceOnly value."),
    MODE_OPEN_ORDERS(-4067, "Position side cannot be changed if there exists open orders."),
    MODE_POSITION(-4068, "Position side cannot be changed if there exists position."),
    INVALID_BATCH_SIZE(-4082, "Invalid number of batch place orders."),
    UPCOMING_METHOD(-4084, "Method is not allowed currently. Upcoming soon."),
    TRANSFER_ID_LENGTH(-4114, "Client tran id length should be less than 64 chars."),
    DUPLICATE_TRANSFER_ID(-4115, "Client tran id is duplicated."),
    // The table has no code for a client order id in use; third-party clients read this one so.
    DUPLICATE_CLIENT_ORDER_ID(-4115, "Client order id is duplicated."),
    QUANTITY_WITH_CLOSE_POSITION(-4137, "Quantity must be zero with closePosition equals true."),
    REDUCE_ONLY_MUST_BE_TRUE(-4138, "Reduce only must be true with closePosition equals true."),
    INVALID_PAIR(-4144, "Invalid pair."),
    ISOLATED_LEVERAGE(-4161, "Leverage reduction is not supported in Isolated Margin Mode with open positions."),
    MIN_NOTIONAL(-4164, "Order's notional must be no smaller than %s (unless you choose reduce only)."),
    TIME_INTERVAL(-4165, "Invalid time interval: maximum time interval is %s days."),
    PRICE_ABOVE_STOP_BAND(-4183, "Limit price can't be higher than %s of stop price."),
    PRICE_BELOW_STOP_BAND(-4184, "Limit price can't be lower than %s of stop price."),
    NONCE_EXPIRED(-4225, "Nonce Expired");

    private final int code;
    private final String words;

    ErrorCode(int code, String words) {
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    AsterError with(Object... details) {
        return new AsterError(code, status(), String.format(Locale.ROOT, words, details));
    }

    private int status() {
        return switch (this) {
            case TOO_MANY_REQUESTS, TOO_MANY_ORDERS -> 429;
            case BANNED -> 418;
            case UNEXPECTED_RESPONSE, SHUTTING_DOWN -> 503;
            case BAD_KEY_FORMAT, REJECTED_KEY -> 401;
            case UNSUPPORTED_OPERATION -> 404;
            default -> 400;
        };
    }
}
