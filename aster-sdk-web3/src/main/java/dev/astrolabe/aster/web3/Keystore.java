package dev.astrolabe.aster.web3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.modes.CTRModeCipher;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * An encrypted key file as Ethereum's wallets write it (Web3 Secret Storage, version 3): scrypt or PBKDF2 makes a key of the
 * password, AES-128 in counter mode hides the private key, and a Keccak hash, checked before anything is decrypted, tells a
 * wrong password.
 *
 * <p>Read here and not by web3j, whose reader is not in its {@code crypto} artifact but in {@code core}, which brings a whole
 * node client, and takes the password as a {@code String} that cannot be wiped. Tests open what web3j writes.
 */
final class Keystore {

    private static final int VERSION = 3;
    private static final int HALF = 16;
    // A file can demand any amount of work and memory. Wallets write 256 MB for scrypt and 262144 rounds for PBKDF2.
    private static final long MAX_SCRYPT_BYTES = 1L << 30;
    private static final int MAX_SCRYPT_FACTOR = 64;
    private static final int MAX_ROUNDS = 10_000_000;
    private static final long MAX_FILE_BYTES = 1L << 16;

    private final Path file;
    private final JsonNode root;

    private Keystore(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    static PrivateKey open(Path file, char[] password) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw invalid(file, "is larger than " + MAX_FILE_BYTES + " bytes");
            }
            return new Keystore(file, tree(file, Files.readAllBytes(file))).decrypt(password);
        } catch (IOException e) {
            throw new NotSentException(
                    NotSentException.Cause.INVALID, "keystore file " + file + " cannot be read", null, e);
        }
    }

    private static JsonNode tree(Path file, byte[] bytes) {
        try {
            return new Json().tree(bytes);
        } catch (IOException e) {
            // Without the cause, whose message may show what stands in the file.
            throw invalid(file, "is no JSON");
        }
    }

    private PrivateKey decrypt(char[] password) {
        JsonNode crypto = root.has("crypto") ? root.get("crypto") : root.path("Crypto");
        if (root.path("version").asInt() != VERSION
                || !crypto.path("cipher").asText().equals("aes-128-ctr")) {
            throw invalid(file, "is not of version " + VERSION + " with cipher aes-128-ctr");
        }
        byte[] hidden = hex(crypto, "ciphertext");
        byte[] derived = derive(crypto, password);
        byte[] key = new byte[hidden.length];
        try {
            byte[] mac = Keccak.hash(Arrays.copyOfRange(derived, HALF, 2 * HALF), hidden);
            if (!MessageDigest.isEqual(mac, hex(crypto, "mac"))) {
                throw invalid(file, "does not open with this password");
            }
            byte[] start = hex(crypto.path("cipherparams"), "iv");
            if (start.length != HALF) {
                throw invalid(file, "has an iv of " + start.length + " bytes, not " + HALF);
            }
            CTRModeCipher cipher = SICBlockCipher.newInstance(AESEngine.newInstance());
            cipher.init(false, new ParametersWithIV(new KeyParameter(derived, 0, HALF), start));
            cipher.processBytes(hidden, 0, hidden.length, key, 0);
            return checked(key);
        } finally {
            Arrays.fill(derived, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    private PrivateKey checked(byte[] key) {
        if (key.length != Words.LENGTH) {
            throw invalid(file, "holds " + key.length + " bytes, not a key of " + Words.LENGTH);
        }
        PrivateKey signer = PrivateKey.of("the key in keystore file " + file, key);
        String declared = root.path("address").asText().toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        String derived = signer.address().substring(2).toLowerCase(Locale.ROOT);
        if (!declared.isEmpty() && !declared.equals(derived)) {
            signer.close();
            throw invalid(file, "holds the key of 0x" + derived + ", not of 0x" + declared + " as it says");
        }
        return signer;
    }

    private byte[] derive(JsonNode crypto, char[] password) {
        byte[] secret = bytes(password);
        try {
            JsonNode settings = crypto.path("kdfparams");
            int length = settings.path("dklen").asInt();
            if (length < 2 * HALF || length > 8 * HALF) {
                throw invalid(file, "has a derived key of " + length + " bytes, not " + 2 * HALF);
            }
            return switch (crypto.path("kdf").asText()) {
                case "scrypt" -> scrypt(settings, secret, length);
                case "pbkdf2" -> pbkdf2(settings, secret, length);
                default -> throw invalid(file, "has another key derivation than scrypt and pbkdf2");
            };
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static byte[] bytes(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        for (int i = 0; i < encoded.limit(); i++) {
            encoded.put(i, (byte) 0);
        }
        return bytes;
    }

    private byte[] scrypt(JsonNode settings, byte[] password, int length) {
        int n = settings.path("n").asInt();
        int r = settings.path("r").asInt();
        int p = settings.path("p").asInt();
        boolean inRange = n > 1 && r > 0 && r <= MAX_SCRYPT_FACTOR && p > 0 && p <= MAX_SCRYPT_FACTOR;
        if (!inRange || 128L * n * r * p > MAX_SCRYPT_BYTES) {
            throw invalid(file, "asks of scrypt n " + n + ", r " + r + ", p " + p + ", which is nothing or too much");
        }
        try {
            return SCrypt.generate(password, hex(settings, "salt"), n, r, p, length);
        } catch (IllegalArgumentException e) {
            throw invalid(file, "asks of scrypt n " + n + ", r " + r + ", p " + p + ", which do not go together");
        }
    }

    private byte[] pbkdf2(JsonNode settings, byte[] password, int length) {
        int rounds = settings.path("c").asInt();
        if (!settings.path("prf").asText().equals("hmac-sha256") || rounds < 1 || rounds > MAX_ROUNDS) {
            throw invalid(file, "has pbkdf2 by another function than hmac-sha256, or of " + rounds + " rounds");
        }
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(password, hex(settings, "salt"), rounds);
        return ((KeyParameter) generator.generateDerivedParameters(length * Byte.SIZE)).getKey();
    }

    private byte[] hex(JsonNode node, String name) {
        String text = node.path(name).asText();
        try {
            return HexFormat.of().parseHex(text, text.startsWith("0x") ? 2 : 0, text.length());
        } catch (IllegalArgumentException e) {
            throw invalid(file, "has no hex digits in " + name);
        }
    }

    private static NotSentException invalid(Path file, String problem) {
        return NotSentException.invalid("keystore file " + file + " " + problem);
    }
}
