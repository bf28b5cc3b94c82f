package dev.astrolabe.simulator.peers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrolabe.aster.web3.AsterWeb3;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatedAccount;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.Markets;
import dev.astrolabe.simulator.market.SeededMarkets;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.web3j.crypto.Credentials;
import org.web3j.utils.Numeric;

/** What a venue's clients are told in place of its own addresses and keys. Nothing else of them is changed. */
enum PeerVenue {
    ASTER("aster") {
        @Override
        List<Instrument> instruments(Instant start) {
            return Listings.aster();
        }

        @Override
        void addKeys(SimulatedAccount.Builder account, String id) {
            String address = Credentials.create(privateKey(id)).getAddress();
            account.wallet(address, address);
        }

        @Override
        ObjectNode keys(String id) {
            return CcxtProcess.JSON.createObjectNode().put("privateKey", privateKey(id));
        }

        /** ccxt tells the futures' streams from those of spot by the word fstream in the address: here it is the user part. */
        @Override
        ObjectNode addresses(String authority) {
            ObjectNode api = CcxtProcess.JSON.createObjectNode();
            api.put("fapiPublic", "http://" + authority + "/fapi").put("fapiPrivate", "http://" + authority + "/fapi");
            api.put("sapiPublic", "http://" + authority + "/api").put("sapiPrivate", "http://" + authority + "/api");
            ObjectNode ws = api.putObject("ws");
            ws.putObject("public")
                    .put("swap", "ws://fstream@" + authority + "/stream")
                    .put("spot", "ws://" + authority + "/spot/stream");
            ws.putObject("private")
                    .put("swap", "ws://fstream@" + authority + "/ws")
                    .put("spot", "ws://" + authority + "/spot/ws");
            return api;
        }

        @Override
        ExchangeClient sdk(ExchangeSimulator simulator, String id) {
            return AsterWeb3.client(ExchangeConfig.builder(exchange().name())
                    .account(id, id)
                    .credential(AsterWeb3.PRIVATE_KEY, privateKey(id))
                    .option("baseUrl", simulator.baseUrl())
                    .option("streamUrl", simulator.streamUrl())
                    .build());
        }
    },

    OKX("okx") {
        @Override
        List<Instrument> instruments(Instant start) {
            return Listings.okx(start);
        }

        @Override
        void addKeys(SimulatedAccount.Builder account, String id) {
            account.okx(okxKey(id), okxSecret(id), OKX_PASSPHRASE);
        }

        @Override
        ObjectNode keys(String id) {
            return CcxtProcess.JSON
                    .createObjectNode()
                    .put("apiKey", okxKey(id))
                    .put("secret", okxSecret(id))
                    .put("password", OKX_PASSPHRASE);
        }

        @Override
        ObjectNode addresses(String authority) {
            return CcxtProcess.JSON
                    .createObjectNode()
                    .put("rest", "http://" + authority)
                    .put("ws", "ws://" + authority + "/ws/v5");
        }

        @Override
        ExchangeClient sdk(ExchangeSimulator simulator, String id) {
            return Okx.client(ExchangeConfig.builder(exchange().name())
                    .account(id, id)
                    .credential(Okx.API_KEY, okxKey(id))
                    .credential(Okx.SECRET_KEY, okxSecret(id))
                    .credential(Okx.PASSPHRASE, OKX_PASSPHRASE)
                    .option(Okx.REGION, "global")
                    .option(Okx.BASE_URL, simulator.baseUrl())
                    .option(Okx.STREAM_URL, simulator.streamUrl())
                    .build());
        }
    };

    private static final long SEED = 7;

    static final String OKX_PASSPHRASE = "a passphrase";

    private final String ccxt;

    PeerVenue(String ccxt) {
        this.ccxt = ccxt;
    }

    /** What ccxt calls it. */
    String ccxt() {
        return ccxt;
    }

    ExchangeId exchange() {
        return this == OKX ? ExchangeId.OKX : ExchangeId.ASTERDEX;
    }

    abstract void addKeys(SimulatedAccount.Builder account, String id);

    /** The keys of an account, as ccxt names them. */
    abstract ObjectNode keys(String id);

    /** ccxt's {@code urls.api}. */
    abstract ObjectNode addresses(String authority);

    abstract ExchangeClient sdk(ExchangeSimulator simulator, String id);

    /** Seeded markets that move once a beat, since some hours have to pass before a test. */
    final Markets markets(Instant start) {
        return SeededMarkets.builder(SEED, start)
                .instruments(instruments(start))
                .step(SeededMarkets.BEAT)
                .build();
    }

    abstract List<Instrument> instruments(Instant start);

    /** What ccxt is created with. */
    ObjectNode config(ExchangeSimulator simulator, String id) {
        ObjectNode config = keys(id);
        config.putObject("urls").set("api", addresses(simulator.baseUrl().replace("http://", "")));
        return config;
    }

    /** A key of the account's own, good for nothing else. */
    private static String privateKey(String id) {
        BigInteger number = new BigInteger(1, id.getBytes(StandardCharsets.UTF_8));
        return Numeric.toHexStringWithPrefixZeroPadded(number, 64);
    }

    static String okxKey(String id) {
        return "key-of-" + id;
    }

    static String okxSecret(String id) {
        return "secret-of-" + id;
    }
}
