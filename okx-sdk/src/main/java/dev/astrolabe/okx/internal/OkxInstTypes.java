package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.okx.model.OkxInstType;

/** In which list of the venue an instrument is. */
final class OkxInstTypes {

    private OkxInstTypes() {}

    static OkxInstType of(Instrument instrument) {
        if (instrument.kind() == InstrumentKind.SPOT) {
            return OkxInstType.SPOT;
        }
        return instrument.venueSymbol().endsWith("-SWAP") ? OkxInstType.SWAP : OkxInstType.FUTURES;
    }
}
