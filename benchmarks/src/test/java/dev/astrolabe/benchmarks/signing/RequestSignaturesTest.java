package dev.astrolabe.benchmarks.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RequestSignaturesTest {

    @Test
    void all_contestants_give_the_same_signature() {
        RequestSignatures signatures = new RequestSignatures();
        String sent = signatures.astrolabe();
        String signature = sent.substring(sent.lastIndexOf('=') + 1);

        assertThat(signatures.order().encoded()).hasSize(200);
        assertThat(signatures.bouncyCastle()).isEqualTo(sent);
        assertThat(signatures.web3j()).isEqualTo(sent);
        assertThat("0x" + HexFormat.of().formatHex(signatures.nativeSignatureAndRecovery()))
                .isEqualTo(signature);
        assertThat(signature).startsWith("0x" + HexFormat.of().formatHex(signatures.nativeSignature()));
    }
}
