package dev.astrolabe.aster.web3;

/**
 * For which application and chain a signature is meant (EIP-712). Its hash is computed once. Immutable, safe for any thread.
 */
final class Eip712Domain {

    private static final byte[] DOMAIN_TYPE =
            Keccak.hash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    private static final byte[] MESSAGE_TYPE = Keccak.hash("Message(string msg)");
    private static final byte[] VERSION = Keccak.hash("1");
    private static final byte[] NO_CONTRACT = new byte[Words.LENGTH];
    private static final byte[] TYPED = {0x19, 0x01};

    private final long chainId;
    private final byte[] separator;

    Eip712Domain(String name, long chainId) {
        this.chainId = chainId;
        this.separator = Keccak.hash(DOMAIN_TYPE, Keccak.hash(name), VERSION, Words.of(chainId), NO_CONTRACT);
    }

    /** The one that every request of AsterDex is signed for (docs: futures v3, "Authentication signature payload"). */
    static Eip712Domain aster(long chainId) {
        return new Eip712Domain("AsterSignTransaction", chainId);
    }

    long chainId() {
        return chainId;
    }

    byte[] separator() {
        return separator.clone();
    }

    /** What is signed for the struct {@code Message}, whose only field is a text. */
    byte[] message(String text) {
        return digest(Keccak.hash(MESSAGE_TYPE, Keccak.hash(text)));
    }

    /** What is signed for a struct of that hash. */
    byte[] digest(byte[] structHash) {
        return Keccak.hash(TYPED, separator, structHash);
    }
}
