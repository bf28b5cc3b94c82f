package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.SimulatedAccount.Wallet;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.WireRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A nonce and an agent's EIP-712 signature over the request's own text (docs: futures v3, "Authentication signature payload"). The
 * user may be left out. Clients sign the text as they send it, or before it was percent-encoded: both are taken, as the samples of
 * the docs differ; so is a text whose parts are in query and body.
 */
final class AgentAuthentication {

    private static final Pattern SIGNATURE = Pattern.compile("(^|&)signature=[^&]*");

    private static final Pattern TEXT = Pattern.compile("string (\\w)(\\w*)");

    private final SimulatedVenue venue;
    private final Eip712 messages;
    private final Nonces nonces;

    AgentAuthentication(SimulatedVenue venue, AsterOptions options) {
        this.venue = venue;
        this.messages = new Eip712(options.chainId());
        this.nonces = new Nonces(options.nonceWindow());
    }

    /** Whose agent or main wallet a request names as its signer; nothing is proved by it. A main wallet may sign for itself. */
    Optional<VenueAccount> named(Parameters parameters) {
        Optional<String> signer = parameters.find("signer").map(address -> address.toLowerCase(Locale.ROOT));
        return signer.flatMap(address -> venue.accounts().stream()
                .filter(account -> account.terms()
                        .wallet()
                        .filter(wallet ->
                                wallet.signer().equals(address) || wallet.user().equals(address))
                        .isPresent())
                .findFirst());
    }

    VenueAccount bySignature(WireRequest request, Parameters parameters) {
        long nonce = parameters.number("nonce");
        String signer = parameters.text("signer").toLowerCase(Locale.ROOT);
        String signature = parameters.text("signature");
        VenueAccount account = named(parameters).orElseThrow(ErrorCode.REJECTED_KEY::with);
        Wallet wallet = account.terms().wallet().orElseThrow(ErrorCode.REJECTED_KEY::with);
        parameters
                .find("user")
                .filter(user -> !user.equalsIgnoreCase(wallet.user()))
                .ifPresent(user -> {
                    throw ErrorCode.REJECTED_KEY.with();
                });
        boolean signed = texts(request).stream()
                .anyMatch(text ->
                        messages.signer(text, signature).filter(signer::equals).isPresent());
        if (!signed) {
            throw ErrorCode.SIGNATURE_CHECK_FAILED.with();
        }
        nonces.use(signer, nonce, venue.now());
        return account;
    }

    /**
     * The account whose main wallet signed a named struct (docs: AsterDex demo, "aster-code"). Its texts are the parameters of the same
     * names with a small first letter, the nonce is its last member, and the domain's chain is the request's.
     */
    VenueAccount byMainWallet(String type, Parameters parameters, Instant now) {
        String user = parameters.text("user").toLowerCase(Locale.ROOT);
        long nonce = parameters.number("nonce");
        VenueAccount account = venue.accounts().stream()
                .filter(candidate -> candidate
                        .terms()
                        .wallet()
                        .filter(wallet -> wallet.user().equals(user))
                        .isPresent())
                .findFirst()
                .orElseThrow(ErrorCode.REJECTED_KEY::with);
        List<String> texts = TEXT.matcher(type)
                .results()
                .map(name -> name.group(1).toLowerCase(Locale.ROOT) + name.group(2))
                .map(parameters::text)
                .toList();
        Optional<String> signer = new Eip712(parameters.number("signatureChainId"))
                .signer(type, texts, nonce, parameters.text("signature"));
        if (!signer.equals(Optional.of(user))) {
            throw ErrorCode.SIGNATURE_CHECK_FAILED.with();
        }
        nonces.use(user, nonce, now);
        return account;
    }

    /** What may have been signed, the likeliest first: all that is sent; where both parts say the same, as in the demo, one will do. */
    private static Set<String> texts(WireRequest request) {
        String query = unsigned(request.query());
        String body = unsigned(request.body());
        Set<String> texts = new LinkedHashSet<>();
        if (query.isEmpty() || body.isEmpty()) {
            texts.add(query + body);
        } else {
            texts.add(query + "&" + body);
            Set<String> inQuery = pairs(query);
            Set<String> inBody = pairs(body);
            if (inQuery.containsAll(inBody)) {
                texts.add(query);
            }
            if (inBody.containsAll(inQuery)) {
                texts.add(body);
            }
        }
        Set<String> all = new LinkedHashSet<>(texts);
        for (String text : texts) {
            all.add(Parameters.decode(text));
        }
        return all;
    }

    private static Set<String> pairs(String part) {
        return Arrays.stream(part.split("&", -1)).map(Parameters::decode).collect(Collectors.toSet());
    }

    private static String unsigned(String part) {
        String rest = SIGNATURE.matcher(part).replaceFirst("");
        return rest.startsWith("&") ? rest.substring(1) : rest;
    }
}
