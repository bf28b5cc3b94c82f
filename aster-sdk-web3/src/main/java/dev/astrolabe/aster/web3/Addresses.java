package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ethereum's addresses, checked and written with the checksum of EIP-55. Addresses are public: messages may show them. */
final class Addresses {

    private static final int LENGTH = 20;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]*");
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int SOLANA_LENGTH = 32;
    private static final int SOLANA_LONGEST = 44;

    private Addresses() {}

    /** The address of a public key of 64 bytes: the end of its hash. */
    static String of(byte[] publicKey) {
        byte[] hash = Keccak.hash(publicKey);
        return checksummed(HexFormat.of().formatHex(hash, hash.length - LENGTH, hash.length));
    }

    /**
     * The checksummed form of an address; one in a single case carries no checksum and passes without.
     *
     * @throws NotSentException saying what is wrong with it
     */
    static String checked(String name, String address) {
        if (!address.startsWith("0x")) {
            throw invalid(name, address, "does not begin with 0x");
        }
        String digits = address.substring(2);
        if (!HEX.matcher(digits).matches()) {
            throw invalid(name, address, "has a character that is no hex digit");
        }
        if (digits.length() != 2 * LENGTH) {
            throw invalid(name, address, "has " + digits.length() + " hex digits after 0x, not " + 2 * LENGTH);
        }
        String checksummed = checksummed(digits.toLowerCase(Locale.ROOT));
        boolean oneCase =
                digits.equals(digits.toLowerCase(Locale.ROOT)) || digits.equals(digits.toUpperCase(Locale.ROOT));
        if (!oneCase && !checksummed.equals(address)) {
            throw invalid(
                    name,
                    address,
                    "has a wrong checksum (EIP-55): a character was mistyped; the same digits make " + checksummed);
        }
        return checksummed;
    }

    /**
     * An account's address: one of Ethereum, or a Solana wallet's, which is base58 of 32 bytes.
     *
     * @throws NotSentException saying what is wrong with it
     */
    static String checkedUser(String name, String address) {
        return isSolana(address) ? address : checked(name, address);
    }

    static boolean isSolana(String address) {
        if (address.isEmpty() || address.length() > SOLANA_LONGEST) {
            return false;
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < address.length(); i++) {
            int digit = BASE58.indexOf(address.charAt(i));
            if (digit < 0) {
                return false;
            }
            number = number.multiply(BigInteger.valueOf(BASE58.length())).add(BigInteger.valueOf(digit));
        }
        // Each leading zero byte is written as a leading 1.
        int zeros = 0;
        while (zeros < address.length() && address.charAt(zeros) == BASE58.charAt(0)) {
            zeros++;
        }
        return zeros + (number.bitLength() + 7) / 8 == SOLANA_LENGTH;
    }

    /** The 20 bytes of an address in checked form, as a 32-byte word. */
    static byte[] word(String checked) {
        byte[] word = new byte[Words.LENGTH];
        byte[] bytes = HexFormat.of().parseHex(checked, 2, checked.length());
        System.arraycopy(bytes, 0, word, Words.LENGTH - LENGTH, LENGTH);
        return word;
    }

    private static String checksummed(String lowerDigits) {
        byte[] hash = Keccak.hash(lowerDigits.getBytes(StandardCharsets.US_ASCII));
        char[] letters = lowerDigits.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            int nibble = i % 2 == 0 ? (hash[i / 2] >> 4) & 0xF : hash[i / 2] & 0xF;
            if (nibble >= 8) {
                letters[i] = Character.toUpperCase(letters[i]);
            }
        }
        return "0x" + String.valueOf(letters);
    }

    private static NotSentException invalid(String name, String address, String problem) {
        // A private key that was put where an address belongs must not be shown.
        String shown =
                address.length() > 2 + 2 * LENGTH + 2 ? "of " + address.length() + " characters" : "'" + address + "'";
        return NotSentException.invalid(name + " " + shown + " " + problem + "; an address is 0x and 40 hex digits");
    }
}
