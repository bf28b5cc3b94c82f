package dev.astrolabe.benchmarks.rest;

import java.io.IOException;
import java.math.BigDecimal;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.okex.OkexExchange;
import org.knowm.xchange.okex.dto.account.OkexWalletBalance;
import org.knowm.xchange.okex.service.OkexAccountServiceRaw;

/**
 * XChange with its own types, for {@code getAccountInfo} makes three requests. Its limiters are off, as they are unless asked for.
 * Each thread has an exchange of its own: threads that share one share its {@code Mac} too, and some of their signatures are wrong.
 */
final class XChangeContestant implements Contestant {

    private final ThreadLocal<Exchange> exchanges;

    XChangeContestant(String baseUrl) {
        this.exchanges = ThreadLocal.withInitial(() -> ExchangeFactory.INSTANCE.createExchange(specification(baseUrl)));
    }

    static ExchangeSpecification specification(String baseUrl) {
        ExchangeSpecification specification = new ExchangeSpecification(OkexExchange.class);
        specification.setSslUri(baseUrl);
        specification.setHost("127.0.0.1");
        specification.setApiKey(Keys.API_KEY);
        specification.setSecretKey(Keys.SECRET_KEY);
        specification.setExchangeSpecificParametersItem("passphrase", Keys.PASSPHRASE);
        specification.setShouldLoadRemoteMetaData(false);
        return specification;
    }

    @Override
    public BigDecimal equity() throws IOException {
        return equity(exchanges.get());
    }

    static BigDecimal equity(Exchange exchange) throws IOException {
        OkexAccountServiceRaw account = (OkexAccountServiceRaw) exchange.getAccountService();
        OkexWalletBalance balance = account.getWalletBalances(null).getData().get(0);
        for (OkexWalletBalance.Detail detail : balance.getDetails()) {
            if (detail.getCurrency().equals("USDT")) {
                return new BigDecimal(detail.getEquity());
            }
        }
        throw new IllegalStateException("there is no USDT");
    }

    @Override
    public void close() {
        // It has nothing to close.
    }
}
