package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.model.OkxInstrument;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Instruments for tests. */
final class Samples {

    private static final Json JSON = new Json();

    private Samples() {}

    /** A linear perpetual of 0.01 BTC. */
    static Instrument linearSwap() {
        return instrument("linear", "BTC-USDT-SWAP", "USDT", "0.01", "BTC");
    }

    /** An inverse perpetual of 100 USD. */
    static Instrument inverseSwap() {
        return instrument("inverse", "BTC-USD-SWAP", "BTC", "100", "USD");
    }

    private static Instrument instrument(String type, String instId, String settle, String value, String valueIn) {
        String family = instId.replace("-SWAP", "");
        String row = "{\"instType\":\"SWAP\",\"instId\":\"" + instId + "\",\"instFamily\":\"" + family + "\",\"uly\":\""
                + family + "\",\"settleCcy\":\"" + settle + "\",\"ctType\":\"" + type + "\",\"ctVal\":\"" + value
                + "\",\"ctMult\":\"1\",\"ctValCcy\":\"" + valueIn
                + "\",\"lotSz\":\"0.01\",\"minSz\":\"0.01\",\"tickSz\":\"0.1\",\"state\":\"live\",\"lever\":\"100\","
                + "\"maxLmtSz\":\"100000\",\"maxMktSz\":\"10000\",\"ruleType\":\"normal\"}";
        try {
            JsonNode node = JSON.tree(row);
            return InstrumentMapper.map(new OkxInstrument(Envelope.fields(node)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
