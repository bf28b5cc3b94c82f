package dev.astrolabe.exchange.transport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals from numbers and strings, digit for digit. Bounds the exponent: the plain text of 1E999999999 fills the memory. */
final class DecimalReader extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final int MAX_LENGTH = 100;
    private static final int MAX_SCALE = 100;

    DecimalReader() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            return bounded(number(parser, context), context);
        }
        if (token != JsonToken.VALUE_STRING) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        String text = parser.getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > MAX_LENGTH) {
            return context.reportInputMismatch(
                    this, "a decimal of %d characters, more than %d", text.length(), MAX_LENGTH);
        }
        try {
            return bounded(new BigDecimal(text), context);
        } catch (NumberFormatException e) {
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not a decimal");
        }
    }

    private BigDecimal number(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            return (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, 0, "not a decimal");
        }
    }

    private BigDecimal bounded(BigDecimal value, DeserializationContext context) throws IOException {
        if (Math.abs((long) value.scale()) > MAX_SCALE) {
            return context.reportInputMismatch(this, "a decimal of scale %d, beyond %d", value.scale(), MAX_SCALE);
        }
        return value;
    }
}
