package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.RejectedException;

/** What the engine refuses, in this venue's words. */
final class Refusals {

    private Refusals() {}

    /**
     * Words a refusal.
     *
     * @param holds whether there is a position that the order could have reduced in part
     */
    static Refused ofOrder(ExchangeException refusal, OkxInstrument instrument, boolean holds) {
        if (!(refusal instanceof RejectedException rejected)) {
            return new Refused(Code.PARAMETER, String.valueOf(refusal.getMessage()));
        }
        String words = String.valueOf(rejected.getMessage());
        return switch (rejected.reason()) {
            case INSUFFICIENT_FUNDS -> Code.FUNDS.refused(instrument.settle());
            case LEVERAGE -> Code.TIER.refused(words);
            case DUPLICATE_CLIENT_ORDER_ID -> Code.DUPLICATE_CLIENT_ID.refused();
            case REDUCE_ONLY -> holds ? Code.CLOSE_TOO_MUCH.refused(words) : Code.NO_POSITION_TO_REDUCE.refused();
            case POSITION_MODE -> Code.PARAMETER.refused("posSide");
            case UNKNOWN_SYMBOL -> Code.INSTRUMENT.refused();
            case MARKET_STATE -> Code.SUSPENDED.refused();
            case ORDER_NOT_FOUND -> Code.CANCEL_SETTLED.refused();
            case TOO_MANY_ORDERS -> Code.TOO_MANY_PENDING.refused();
            case ACCOUNT_STATE -> Code.SETTINGS_BUSY.refused();
            default -> new Refused(Code.PARAMETER, words);
        };
    }

    static Refused ofLeverage(ExchangeException refusal) {
        return refusal instanceof RejectedException rejected
                        && rejected.reason() == dev.astrolabe.exchange.error.Reason.INSUFFICIENT_FUNDS
                ? Code.LEVERAGE_FUNDS.refused()
                : Code.LEVERAGE_MAXIMUM.refused();
    }
}
