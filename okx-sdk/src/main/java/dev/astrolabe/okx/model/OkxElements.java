package dev.astrolabe.okx.model;

import dev.astrolabe.okx.internal.wire.WireTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The elements of a row that is an array: what they mean is told by their places. */
final class OkxElements {

    private final String what;
    private final List<String> row;

    /** @throws IllegalArgumentException if there are fewer elements than that */
    OkxElements(String what, List<String> row, int least) {
        if (row.size() < least) {
            throw new IllegalArgumentException(
                    "a " + what + " has " + row.size() + " elements and not at least " + least);
        }
        this.what = what;
        this.row = row;
    }

    BigDecimal decimal(int place) {
        BigDecimal read = row instanceof WireTexts texts ? texts.decimal(place) : null;
        return read == null ? parsed(place) : read;
    }

    private BigDecimal parsed(int place) {
        try {
            return new BigDecimal(row.get(place));
        } catch (NumberFormatException e) {
            throw wrong(place, e);
        }
    }

    long whole(int place) {
        OptionalLong read = row instanceof WireTexts texts ? texts.whole(place) : OptionalLong.empty();
        return read.isPresent() ? read.getAsLong() : parsedWhole(place);
    }

    private long parsedWhole(int place) {
        try {
            return Long.parseLong(row.get(place));
        } catch (NumberFormatException e) {
            throw wrong(place, e);
        }
    }

    Instant time(int place) {
        return Instant.ofEpochMilli(whole(place));
    }

    boolean flag(int place) {
        return row.get(place).equals("1");
    }

    private IllegalArgumentException wrong(int place, NumberFormatException cause) {
        return new IllegalArgumentException(
                "element " + place + " of a " + what + " is '" + row.get(place) + "', which is no number", cause);
    }
}
