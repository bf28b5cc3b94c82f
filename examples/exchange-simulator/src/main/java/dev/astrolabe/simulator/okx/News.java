package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;

/** Who is told what happens to a user's orders and positions: the private channels. */
interface News {

    void orderChanged(OkxUser user, OrderNote note);

    void filled(OkxUser user, OrderNote note, Fill fill);

    void algoChanged(OkxUser user, Algo algo);

    /**
     * Wallet or positions changed.
     *
     * @param cause as balance_and_position names it: filled, funding_fee, transferred, liquidation
     */
    void holdingsChanged(OkxUser user, String cause);
}
