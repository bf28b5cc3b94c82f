package dev.astrolabe.benchmarks.rest;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.internal.WideLimits;
import java.math.BigDecimal;

/** Ours, through the neutral model. */
final class AstrolabeContestant implements Contestant {

    private final ExchangeClient client;

    AstrolabeContestant(String baseUrl) {
        this.client = WideLimits.client(config(baseUrl));
    }

    static ExchangeConfig config(String baseUrl) {
        return ExchangeConfig.builder("okx")
                .option(Okx.REGION, "global")
                .option(Okx.BASE_URL, baseUrl)
                .credential(Okx.API_KEY, Keys.API_KEY)
                .credential(Okx.SECRET_KEY, Keys.SECRET_KEY)
                .credential(Okx.PASSPHRASE, Keys.PASSPHRASE)
                .build();
    }

    @Override
    public BigDecimal equity() {
        return equity(client);
    }

    static BigDecimal equity(ExchangeClient client) {
        for (Balance balance : client.account().balances()) {
            if (balance.asset().equals("USDT")) {
                return balance.wallet().add(balance.unrealizedPnl());
            }
        }
        throw new IllegalStateException("there is no USDT");
    }

    @Override
    public void close() {
        client.close();
    }
}
