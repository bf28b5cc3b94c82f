package dev.astrolabe.okx.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order book with the orders of retail price improvement, or a change of it. (docs: OKX v5, "Get RPI order book")
 *
 * @since 0.1
 */
public final class OkxRpiBook extends OkxRow {

    private final List<OkxRpiLevel> asks;
    private final List<OkxRpiLevel> bids;

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxRpiBook(OkxFields fields) {
        super(fields);
        fields.requireTime("ts");
        this.asks = fields.lists("asks", OkxRpiLevel::of);
        this.bids = fields.lists("bids", OkxRpiLevel::of);
    }

    /** {@return the instrument; of the channel of best levels only, where it may be missing too} */
    public Optional<String> instId() {
        return fields().text("instId");
    }

    /** {@return the asks, lowest first} */
    public List<OkxRpiLevel> asks() {
        return asks;
    }

    /** {@return the bids, highest first} */
    public List<OkxRpiLevel> bids() {
        return bids;
    }

    /** {@return when the venue made this} */
    public Instant time() {
        return fields().requireTime("ts");
    }

    /** {@return the number of the book; empty in the full book} */
    public OptionalLong sequence() {
        return fields().whole("seqId");
    }

    /** {@return the number of the message before it; of the channel only, -1 in a whole book} */
    public OptionalLong previousSequence() {
        return fields().whole("prevSeqId");
    }

    /** {@return a checksum that OKX no longer fills; of the channel only} */
    public OptionalLong checksum() {
        return fields().whole("checksum");
    }
}
