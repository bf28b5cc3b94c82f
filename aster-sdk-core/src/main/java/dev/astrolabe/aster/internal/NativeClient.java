package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterAccount;
import dev.astrolabe.aster.AsterAccountSettings;
import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.aster.AsterListenKeys;
import dev.astrolabe.aster.AsterMarket;
import dev.astrolabe.aster.AsterOrders;
import dev.astrolabe.aster.AsterStrategies;
import dev.astrolabe.aster.AsterStreams;

/** The venue's own calls, group by group. */
record NativeClient(
        AsterMarket market,
        AsterOrders orders,
        AsterStrategies strategies,
        AsterAccount account,
        AsterAccountSettings settings,
        AsterListenKeys listenKeys,
        AsterStreams streams)
        implements AsterClient {

    static NativeClient of(
            AsterContext context,
            AsterInstruments instruments,
            NeutralMarketData marketData,
            NeutralAccount account,
            AsterStreams streams) {
        return new NativeClient(
                new NativeMarket(context, instruments, marketData),
                new NativeOrders(context, instruments),
                new NativeStrategies(context, instruments),
                new NativeAccount(context, instruments, account),
                new NativeSettings(context, instruments, account),
                new NativeListenKeys(context),
                streams);
    }
}
