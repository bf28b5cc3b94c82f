package dev.astrolabe.benchmarks.hmac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacSignaturesTest {

    @Test
    void all_contestants_give_the_same_signature() {
        HmacSignatures signatures = new HmacSignatures();

        assertThat(signatures.hexReused()).isEqualTo(signatures.hex());
        assertThat(signatures.hexEachTime()).isEqualTo(signatures.hex());
        assertThat(signatures.base64Reused()).isEqualTo(signatures.base64());
        assertThat(signatures.base64EachTime()).isEqualTo(signatures.base64());
        assertThat(HexFormat.of().parseHex(signatures.hex()))
                .isEqualTo(Base64.getDecoder().decode(signatures.base64()));
    }
}
