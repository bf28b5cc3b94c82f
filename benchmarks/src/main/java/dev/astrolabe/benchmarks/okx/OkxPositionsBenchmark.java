package dev.astrolabe.benchmarks.okx;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.okx.internal.OkxDoor;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchange.dto.account.OpenPositions;
import org.knowm.xchange.dto.meta.ExchangeMetaData;
import org.knowm.xchange.dto.meta.InstrumentMetaData;
import org.knowm.xchange.instrument.Instrument;
import org.knowm.xchange.okex.OkexAdapters;
import org.knowm.xchange.okex.dto.OkexResponse;
import org.knowm.xchange.okex.dto.account.OkexPosition;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import si.mazi.rescu.serialization.jackson.DefaultJacksonObjectMapperFactory;

/**
 * 20 positions of OKX: the bytes of the answer to what a caller works with.
 *
 * @since 0.1
 */
@State(Scope.Thread)
public class OkxPositionsBenchmark {

    private final byte[] answer = OkxPayloads.positions();
    private final OkxDoor door;
    private final ObjectReader databind =
            new ObjectMapper().readerFor(new TypeReference<Plain.Answer<Plain.Position>>() {});
    private final ObjectReader xchange = new DefaultJacksonObjectMapperFactory()
            .createObjectMapper()
            .readerFor(new TypeReference<OkexResponse<List<OkexPosition>>>() {});
    private final ExchangeMetaData metaData;

    /** Knows the instruments. */
    public OkxPositionsBenchmark() {
        this.door = new OkxDoor(OkxPayloads.catalogue(), OkxPayloads.STREAMED);
        Map<Instrument, InstrumentMetaData> instruments = new HashMap<>();
        for (String instId : OkxPayloads.instIds()) {
            instruments.put(
                    OkexAdapters.adaptOkexInstrumentId(instId),
                    InstrumentMetaData.builder()
                            .contractValue(new BigDecimal("0.01"))
                            .build());
        }
        this.metaData = new ExchangeMetaData(instruments, Map.of(), null, null, null);
    }

    /**
     * This project.
     *
     * @return the positions
     * @throws IOException never
     */
    @Benchmark
    public List<Position> astrolabe() throws IOException {
        return door.positions(answer);
    }

    /**
     * Databind into records.
     *
     * @return the answer
     * @throws IOException never
     */
    @Benchmark
    public Object databind() throws IOException {
        return databind.readValue(answer);
    }

    /**
     * XChange with its own mapper, types and adapter.
     *
     * @return the positions
     * @throws IOException never
     */
    @Benchmark
    public OpenPositions xchange() throws IOException {
        OkexResponse<List<OkexPosition>> response = xchange.readValue(answer);
        return OkexAdapters.adaptOpenPositions(response.getData(), metaData);
    }
}
