package dev.astrolabe.aster.web3;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;

/** Finds who signed what a server got, with another implementation than the one under test. */
final class Witness {

    private Witness() {}

    /** The text of query or form. */
    static String text(LoggedRequest request) {
        String url = request.getUrl();
        return url.contains("?") ? url.substring(url.indexOf('?') + 1) : request.getBodyAsString();
    }

    /** The parameters in the order in which they came. */
    static Map<String, String> params(LoggedRequest request) {
        Map<String, String> params = new LinkedHashMap<>();
        for (String pair : text(request).split("&", -1)) {
            int equals = pair.indexOf('=');
            params.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return params;
    }

    /** Who signed a text as the struct {@code Message}. */
    static String signerOfMessage(String message, long chainId, String signature) {
        return recover(typedData("Message", List.of("string msg"), Map.of("msg", message), chainId), signature);
    }

    /** Who signed a request whose whole text before the signature is the message. */
    static String signer(LoggedRequest request, long chainId) {
        String text = text(request);
        int last = text.lastIndexOf("&signature=");
        return signerOfMessage(text.substring(0, last), chainId, text.substring(last + "&signature=".length()));
    }

    /** Who signed a struct whose fields are written as {@code string Name}. */
    static String signerOfStruct(
            String type, List<String> fields, Map<String, ?> values, long chainId, String signature) {
        return recover(typedData(type, fields, values, chainId), signature);
    }

    /** Who signed the parameters of a request in the scheme of 2025. */
    static String signerOf2025(Map<String, String> params) throws SignatureException {
        Map<String, String> sorted = new TreeMap<>(params);
        sorted.keySet().removeAll(Set.of("nonce", "user", "signer", "signature"));
        String arguments = FunctionEncoder.encodeConstructor(List.of(
                new Utf8String(new Json().writeText(sorted)),
                new Address(params.get("user")),
                new Address(params.get("signer")),
                new Uint256(new BigInteger(params.get("nonce")))));
        byte[] hash = Hash.sha3(HexFormat.of().parseHex(arguments));
        return address(Sign.signedPrefixedMessageToKey(hash, signature(params.get("signature"))));
    }

    private static String typedData(String type, List<String> fields, Map<String, ?> values, long chainId) {
        List<Map<String, String>> declared = fields.stream().map(Witness::field).toList();
        List<Map<String, String>> domain = Stream.of(
                        "string name", "string version", "uint256 chainId", "address verifyingContract")
                .map(Witness::field)
                .toList();
        return new Json()
                .writeText(Map.of(
                        "types",
                        Map.of("EIP712Domain", domain, type, declared),
                        "primaryType",
                        type,
                        "domain",
                        Map.of(
                                "name",
                                "AsterSignTransaction",
                                "version",
                                "1",
                                "chainId",
                                chainId,
                                "verifyingContract",
                                "0x" + "0".repeat(40)),
                        "message",
                        values));
    }

    private static Map<String, String> field(String declaration) {
        int blank = declaration.indexOf(' ');
        return Map.of("type", declaration.substring(0, blank), "name", declaration.substring(blank + 1));
    }

    private static String recover(String typedData, String signature) {
        try {
            return address(Sign.signedMessageHashToKey(
                    new StructuredDataEncoder(typedData).hashStructuredData(), signature(signature)));
        } catch (SignatureException e) {
            return "nobody: " + e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sign.SignatureData signature(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex, 2, hex.length());
        return new Sign.SignatureData(bytes[64], Arrays.copyOfRange(bytes, 0, 32), Arrays.copyOfRange(bytes, 32, 64));
    }

    private static String address(BigInteger publicKey) {
        return Keys.toChecksumAddress(Keys.getAddress(publicKey));
    }
}
