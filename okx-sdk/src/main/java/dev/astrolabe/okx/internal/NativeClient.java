package dev.astrolabe.okx.internal;

import dev.astrolabe.okx.OkxAccount;
import dev.astrolabe.okx.OkxAlgos;
import dev.astrolabe.okx.OkxClient;
import dev.astrolabe.okx.OkxMarket;
import dev.astrolabe.okx.OkxOrders;
import dev.astrolabe.okx.OkxSocketOrders;
import dev.astrolabe.okx.OkxStreams;

/** The groups of OKX's own terms. */
record NativeClient(
        OkxMarket market,
        OkxAccount account,
        OkxOrders orders,
        OkxAlgos algos,
        OkxStreams streams,
        OkxSocketOrders socketOrders)
        implements OkxClient {}
