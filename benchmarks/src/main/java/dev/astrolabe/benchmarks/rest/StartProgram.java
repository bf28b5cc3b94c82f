package dev.astrolabe.benchmarks.rest;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.Exchanges;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;

/** Opens one client as its users do, calls once, and prints when it was entered, in µs of the clock. */
final class StartProgram {

    private StartProgram() {}

    /**
     * Calls.
     *
     * @param args the contestant and the address
     * @throws Exception if the call fails
     */
    public static void main(String[] args) throws Exception {
        long entered = micros(Instant.now());
        BigDecimal equity = switch (args[0]) {
            case "astrolabe" -> astrolabe(args[1]);
            case "okhttp" -> okHttp(args[1]);
            case "xchange" -> xchange(args[1], false);
            case "xchange-metadata" -> xchange(args[1], true);
            default -> throw new IllegalArgumentException("contestant '" + args[0] + "' is none");
        };
        if (equity.compareTo(new BigDecimal(CannedAnswers.EQUITY)) != 0) {
            throw new IllegalStateException("equity " + equity + " is not " + CannedAnswers.EQUITY);
        }
        System.out.println(entered);
    }

    static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    }

    private static BigDecimal astrolabe(String baseUrl) {
        try (ExchangeClient client = Exchanges.open(AstrolabeContestant.config(baseUrl))) {
            return AstrolabeContestant.equity(client);
        }
    }

    private static BigDecimal okHttp(String baseUrl) throws Exception {
        try (OkHttpContestant contestant = new OkHttpContestant(baseUrl)) {
            return contestant.equity();
        }
    }

    private static BigDecimal xchange(String baseUrl, boolean metadata) throws Exception {
        ExchangeSpecification specification = XChangeContestant.specification(baseUrl);
        specification.setShouldLoadRemoteMetaData(metadata);
        return XChangeContestant.equity(ExchangeFactory.INSTANCE.createExchange(specification));
    }
}
