package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.transport.Params;
import java.util.StringJoiner;

/**
 * Which text of a request is signed. The documentation has shown both; they differ only where a value has other characters than
 * letters, digits and {@code - _ . ~}, such as the orders of a batch (docs: futures v3, "Authentication signature payload").
 *
 * @since 0.1
 */
public enum MessageEncoding {
    /** The text as it is sent, percent-encoded: what the documentation shows since March 2026. */
    ENCODED {
        @Override
        String text(Params params) {
            return params.encoded();
        }
    },
    /** The text before it is encoded for sending: what the documentation showed before. */
    RAW {
        @Override
        String text(Params params) {
            StringJoiner text = new StringJoiner("&");
            params.names()
                    .forEach(name -> text.add(name + "=" + params.get(name).orElseThrow()));
            return text.toString();
        }
    };

    abstract String text(Params params);
}
