package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.WireShapeContract;

/** The wire shapes of v1. */
class WireShapeTest extends WireShapeContract {

    WireShapeTest() {
        super(new HmacVersion());
    }
}
