package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.okx.model.OkxFields;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.RowCoverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The symbols that both venues were seen with. */
final class KnownSymbols {

    /** One of them, with the OKX half as a row. */
    record Known(JsonNode row, OkxInstrument okx) {

        Optional<Instrument> instrument() {
            return OkxInstruments.instrument(okx);
        }

        /** As the file says it: the contracts of rule type xperp are dated here, and perpetual there. */
        Symbol symbol() {
            JsonNode unified = row.path("unified");
            String base = unified.path("base").textValue();
            String quote = unified.path("quote").textValue();
            if (unified.path("kind").textValue().equals("SPOT")) {
                return Symbol.spot(base, quote);
            }
            String settle = unified.path("settle").textValue();
            return unified.has("expiry")
                    ? Symbol.future(
                            base,
                            quote,
                            settle,
                            LocalDate.parse(unified.path("expiry").textValue()))
                    : Symbol.perpetual(base, quote, settle);
        }

        /** Whether the file has what an instrument needs. */
        boolean isDescribed() {
            return !row.path("okx").path("certainty").textValue().equals("docs-only");
        }
    }

    private KnownSymbols() {}

    static List<Known> all() {
        return StreamSupport.stream(
                        RowCoverage.json("symbols.json").path("rows").spliterator(), false)
                .filter(row -> row.path("okx").isObject())
                .map(row -> new Known(row, okx(row)))
                .toList();
    }

    /** Every instrument of the catalogue's payloads and of the symbols. */
    static List<Instrument> instruments() {
        List<Instrument> instruments = new ArrayList<>();
        all().forEach(known -> known.instrument().ifPresent(instruments::add));
        for (String kind : List.of("swap", "futures", "spot", "swap_demo")) {
            RowCoverage.json("okx/synthetic/rest_public_instruments_" + kind + ".json")
                    .path("data")
                    .forEach(row -> OkxInstruments.instrument(new OkxInstrument(OkxFields.of(texts(row))))
                            .ifPresent(instruments::add));
        }
        return instruments;
    }

    private static OkxInstrument okx(JsonNode row) {
        Map<String, String> fields = texts(row.path("okx"));
        boolean spot = fields.getOrDefault("instType", "").equals("SPOT");
        fields.put("baseCcy", spot ? row.path("unified").path("base").textValue() : "");
        fields.put("quoteCcy", spot ? row.path("unified").path("quote").textValue() : "");
        fields.put("expTime", fields.getOrDefault("expTimeMs", ""));
        fields.put("state", "live");
        if (fields.containsKey("ctVal")) {
            // One that is expired was not seen with its steps.
            fields.putIfAbsent("lotSz", "0.01");
            fields.putIfAbsent("minSz", "0.01");
            fields.putIfAbsent("tickSz", "0.1");
        }
        return new OkxInstrument(OkxFields.of(fields));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().stream()
                .filter(field ->
                        field.getValue().isValueNode() && !field.getValue().isNull())
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
