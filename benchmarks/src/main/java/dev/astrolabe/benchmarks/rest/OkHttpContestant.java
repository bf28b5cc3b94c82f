package dev.astrolabe.benchmarks.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What a user would write for this one call alone: OkHttp as it is but for a pool that keeps a connection for each thread,
 * and databind into records of what is wanted. No limits, no clock, no verdicts, no interruption.
 */
final class OkHttpContestant implements Contestant {

    private static final int THREADS = 64;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(THREADS, 5, TimeUnit.MINUTES))
            .build();
    private final ObjectReader reader = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Answer.class);
    private final String baseUrl;
    private final SecretKeySpec key =
            new SecretKeySpec(Keys.SECRET_KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");

    /** The envelope. */
    record Answer(String code, String msg, List<Account> data) {}

    /** The account. */
    record Account(BigDecimal totalEq, List<Currency> details) {}

    /** What {@code Balance} is made of. */
    record Currency(
            String ccy,
            BigDecimal eq,
            BigDecimal cashBal,
            BigDecimal availEq,
            BigDecimal availBal,
            BigDecimal frozenBal,
            BigDecimal upl) {}

    OkHttpContestant(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public BigDecimal equity() throws IOException, GeneralSecurityException {
        String time = TIME.format(Instant.now());
        Request request = new Request.Builder()
                .url(baseUrl + CannedAnswers.BALANCE)
                .header("OK-ACCESS-KEY", Keys.API_KEY)
                .header("OK-ACCESS-TIMESTAMP", time)
                .header("OK-ACCESS-SIGN", signature(time + "GET" + CannedAnswers.BALANCE))
                .header("OK-ACCESS-PASSPHRASE", Keys.PASSPHRASE)
                .build();
        try (Response response = http.newCall(request).execute()) {
            byte[] body = Objects.requireNonNull(response.body()).bytes();
            Answer answer = reader.readValue(body);
            if (!response.isSuccessful() || !answer.code().equals("0")) {
                throw new IOException("refused with code " + answer.code());
            }
            for (Currency currency : answer.data().get(0).details()) {
                if (currency.ccy().equals("USDT")) {
                    return currency.eq();
                }
            }
            throw new IOException("there is no USDT");
        }
    }

    private String signature(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
