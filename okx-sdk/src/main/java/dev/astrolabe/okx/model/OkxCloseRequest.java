package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.Map;

/**
 * A position to be closed at the market. (docs: OKX v5, "Close positions")
 *
 * @since 0.1
 */
public final class OkxCloseRequest extends OkxTerms<OkxCloseRequest> {

    private OkxCloseRequest(Map<String, Object> values) {
        super(values);
    }

    /**
     * A position in net mode.
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param marginMode {@code cross} or {@code isolated}
     * @return the request
     */
    public static OkxCloseRequest of(String instId, String marginMode) {
        return new OkxCloseRequest(Map.of()).with("instId", instId).with("mgnMode", marginMode);
    }

    @Override
    OkxCloseRequest copy(Map<String, Object> changed) {
        return new OkxCloseRequest(changed);
    }

    /**
     * The slot, which long/short mode needs.
     *
     * @param side {@code long} or {@code short}
     * @return the request with it
     */
    public OkxCloseRequest positionSide(String side) {
        return with("posSide", side);
    }

    /**
     * The margin currency of a cross position of margin trading.
     *
     * @param currency such as {@code USDT}
     * @return the request with it
     */
    public OkxCloseRequest marginCurrency(String currency) {
        return with("ccy", currency);
    }

    /**
     * Whether orders that wait to close the position are cancelled; otherwise they are in the way.
     *
     * @param cancel true to cancel them
     * @return the request with it
     */
    public OkxCloseRequest cancelClosers(boolean cancel) {
        return set("autoCxl", cancel);
    }

    /**
     * Names the closing order, whose id the answer does not tell.
     *
     * @param id 1 to 32 letters and digits
     * @return the request with it
     * @throws NotSentException if it is not
     */
    public OkxCloseRequest clientOrderId(String id) {
        return id("clOrdId", id);
    }

    /**
     * Marks the closing order.
     *
     * @param tag 1 to 16 letters and digits
     * @return the request with it
     * @throws NotSentException if it is not
     */
    public OkxCloseRequest tag(String tag) {
        return tagged(tag);
    }
}
