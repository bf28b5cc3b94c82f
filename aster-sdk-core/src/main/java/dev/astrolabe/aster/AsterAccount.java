package dev.astrolabe.aster;

import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.util.Map;

/**
 * Account, positions and settings of AsterDex futures (docs: futures, "Account/Trades Endpoints").
 *
 * @since 0.1
 */
public interface AsterAccount {

    /**
     * Whether all margin assets back all positions (docs: futures, "Get Current Multi-Assets Mode").
     *
     * @return true in multi-assets mode, false in single-asset mode
     */
    boolean multiAssetsMargin();

    /**
     * Sets whether all margin assets back all positions (docs: futures, "Change Multi-Assets Mode").
     *
     * @param enabled true for multi-assets mode
     */
    void setMultiAssetsMargin(boolean enabled);

    /**
     * How near the positions of an instrument are to being deleveraged automatically (docs: futures, "Position ADL Quantile
     * Estimation").
     *
     * @param symbol the instrument
     * @return from 0 to 4 by side, 4 being the nearest; one-way positions stand under both sides; empty without a position
     */
    Map<PositionSide, Integer> adlQuantile(Symbol symbol);
}
