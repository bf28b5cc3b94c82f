package dev.astrolabe.examples.monitor;

import dev.astrolabe.exchange.ExchangeConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes what belongs to an account out of the environment: {@code apiKey} of account {@code okx} is {@code OKX_API_KEY}. */
record Variables(Map<String, String> environment) {

    private static final List<String> CREDENTIALS = List.of("privateKey", "apiKey", "secretKey", "passphrase");
    private static final List<String> OPTIONS = List.of("region", "signer", "user", "baseUrl", "streamUrl");

    void addTo(ExchangeConfig.Builder config, String account) {
        for (String name : CREDENTIALS) {
            String value = environment.get(variable(account, name));
            if (value != null) {
                config.credential(name, value);
            }
        }
        for (String name : OPTIONS) {
            String value = environment.get(variable(account, name));
            if (value != null) {
                config.option(name, value);
            }
        }
    }

    static String variable(String account, String name) {
        String words = name.replaceAll("([A-Z])", "_$1");
        return (account + "_" + words).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
