package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.exception.CipherException;

/** Encrypted key files, written by another implementation. */
class KeystoreTest {

    private static final String PASSWORD = "pässword 🔑";
    private static final HexFormat HEX = HexFormat.of();

    private static String light;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws CipherException {
        ECKeyPair pair = ECKeyPair.create(new BigInteger(Vectors.KEY.substring(2), 16));
        light = new Json().writeText(tree(Wallet.createLight(PASSWORD, pair)));
    }

    private static Map<String, Object> tree(WalletFile file) {
        WalletFile.Crypto crypto = file.getCrypto();
        WalletFile.ScryptKdfParams kdf = (WalletFile.ScryptKdfParams) crypto.getKdfparams();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("dklen", kdf.getDklen());
        settings.put("n", kdf.getN());
        settings.put("p", kdf.getP());
        settings.put("r", kdf.getR());
        settings.put("salt", kdf.getSalt());
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("cipher", crypto.getCipher());
        inner.put("ciphertext", crypto.getCiphertext());
        inner.put("cipherparams", Map.of("iv", crypto.getCipherparams().getIv()));
        inner.put("kdf", crypto.getKdf());
        inner.put("kdfparams", settings);
        inner.put("mac", crypto.getMac());
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("address", file.getAddress());
        whole.put("id", file.getId());
        whole.put("version", file.getVersion());
        whole.put("crypto", inner);
        return whole;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("wallet.json"), text);
    }

    @Test
    void a_file_of_another_wallet_opens_with_its_password() throws IOException {
        try (Web3Signer signer = Web3Keys.fromKeystore(file(light), PASSWORD.toCharArray())) {
            assertThat(signer.address()).isEqualTo(Vectors.SIGNER);
            assertThat(signer.sign(Keccak.hash("text")))
                    .isEqualTo(Web3Keys.of(Vectors.KEY).sign(Keccak.hash("text")));
        }
    }

    @Test
    void the_password_stays_the_callers() throws IOException {
        char[] password = PASSWORD.toCharArray();

        Web3Keys.fromKeystore(file(light), password).close();

        assertThat(password).isEqualTo(PASSWORD.toCharArray());
    }

    @Test
    void a_file_of_pbkdf2_without_an_address_opens() throws IOException, GeneralSecurityException {
        String text = pbkdf2File();

        try (Web3Signer signer = Web3Keys.fromKeystore(file(text), "plain".toCharArray())) {
            assertThat(signer.address()).isEqualTo(Vectors.SIGNER);
        }
    }

    /** Made with the ciphers of the JDK. */
    private static String pbkdf2File() throws GeneralSecurityException {
        byte[] salt = HEX.parseHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec("plain".toCharArray(), salt, 1_000, 256))
                .getEncoded();
        byte[] start = new byte[16];
        Arrays.fill(start, (byte) 7);
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(derived, 0, 16, "AES"), new IvParameterSpec(start));
        byte[] hidden = cipher.doFinal(HEX.parseHex(Vectors.KEY.substring(2)));
        byte[] proof = Arrays.copyOf(Arrays.copyOfRange(derived, 16, 32), 16 + hidden.length);
        System.arraycopy(hidden, 0, proof, 16, hidden.length);
        return """
                {"version": 3, "Crypto": {"cipher": "aes-128-ctr", "cipherparams": {"iv": "%s"}, "ciphertext": "%s",
                 "kdf": "pbkdf2", "kdfparams": {"c": 1000, "dklen": 32, "prf": "hmac-sha256", "salt": "%s"}, "mac": "%s"}}""".formatted(
                HEX.formatHex(start), HEX.formatHex(hidden), HEX.formatHex(salt), HEX.formatHex(Hash.sha3(proof)));
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                arguments("\"mac\":\"", "\"mac\":\"00", "does not open with this password"),
                arguments("\"ciphertext\":\"", "\"ciphertext\":\"00", "does not open with this password"),
                arguments("\"version\":3", "\"version\":1", "is not of version 3"),
                arguments("aes-128-ctr", "aes-128-cbc", "with cipher aes-128-ctr"),
                arguments("\"kdf\":\"scrypt\"", "\"kdf\":\"argon2\"", "another key derivation"),
                arguments("\"kdf\":\"scrypt\"", "\"kdf\":\"pbkdf2\"", "another function than hmac-sha256"),
                arguments("\"dklen\":32", "\"dklen\":16", "derived key of 16 bytes"),
                arguments("\"n\":4096", "\"n\":1073741824", "too much"),
                arguments("\"n\":4096", "\"n\":4095", "which do not go together"),
                arguments("\"r\":8", "\"r\":0", "is nothing or too much"),
                arguments("\"iv\":\"", "\"iv\":\"00", "iv of 17 bytes"),
                arguments("\"salt\":\"", "\"salt\":\"zz", "no hex digits in salt"),
                arguments("\"address\":\"2", "\"address\":\"3", "not of 0x3"),
                arguments("{\"address\"", "{{\"address\"", "is no JSON"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void a_file_that_is_not_what_it_should_be_is_refused(String part, String replaced, String problem)
            throws IOException {
        assertThat(light).contains(part);
        Path file = file(light.replace(part, replaced));

        assertThatThrownBy(() -> Web3Keys.fromKeystore(file, PASSWORD.toCharArray()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("keystore file " + file)
                .hasMessageContaining(problem)
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void a_wrong_password_is_told() throws IOException {
        Path file = file(light);

        assertThatThrownBy(() -> Web3Keys.fromKeystore(file, "wrong".toCharArray()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("does not open with this password")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void a_file_that_is_not_there_or_far_too_large_is_refused() throws IOException {
        assertThatThrownBy(() -> Web3Keys.fromKeystore(folder.resolve("none.json"), new char[0]))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("none.json cannot be read");
        Path large = file(" ".repeat(70_000));
        assertThatThrownBy(() -> Web3Keys.fromKeystore(large, new char[0]))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("larger than 65536 bytes");
    }
}
