package dev.astrolabe.okx.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The check of rows itself, on the smallest one. */
class RowCoverageTest {

    @Test
    void a_field_without_an_accessor_is_named() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("acctLv", "2").put("posMode", "net_mode").put("isBrandNew", "1");
        payload.putArray("spots").addObject().put("side", "x");
        RowCoverage coverage = RowCoverage.of(OkxAccountConfig::new);

        assertThatThrownBy(() -> coverage.check("config", payload))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("isBrandNew")
                .hasMessageContaining("spots[].side");
    }

    @Test
    void ignored_fields_need_no_accessor() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("acctLv", "2").put("posMode", "net_mode").put("isBrandNew", "1");

        RowCoverage.of(OkxAccountConfig::new).ignoring("isBrandNew").check("config", payload);
    }
}
