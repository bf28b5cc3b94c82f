package dev.astrolabe.examples.monitor;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.Exchanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client for each account. Which class it is depends on the name of the exchange alone. */
record Accounts(List<ExchangeClient> clients) implements AutoCloseable {

    static Accounts open(Map<String, String> exchanges, Environment environment, Variables variables) {
        List<ExchangeClient> clients = new ArrayList<>();
        try {
            exchanges.forEach((account, exchange) -> {
                ExchangeConfig.Builder config = ExchangeConfig.builder(exchange)
                        .environment(environment)
                        .account(account, account);
                variables.addTo(config, account);
                clients.add(Exchanges.open(config.build()));
            });
            return new Accounts(List.copyOf(clients));
        } catch (RuntimeException e) {
            clients.forEach(ExchangeClient::close);
            throw e;
        }
    }

    @Override
    public void close() {
        clients.forEach(ExchangeClient::close);
    }
}
