package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;
import java.util.Optional;

/** Who is told what happens to a user's orders and positions: the private channels. */
interface News {

    void orderChanged(OkxUser user, OrderNote note);

    /**
     * An order was filled.
     *
     * @param ended the position that the fill closed; empty where it closed none
     */
    void filled(OkxUser user, OrderNote note, Fill fill, Optional<Episode> ended);

    void algoChanged(OkxUser user, Algo algo);

    /**
     * The wallet changed without a fill.
     *
     * @param cause as balance_and_position names it: funding_fee, transferred, liquidation
     */
    void walletChanged(OkxUser user, String cause);
}
