package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.okx.internal.wire.WireObject;
import dev.astrolabe.okx.internal.wire.WireTexts;
import dev.astrolabe.okx.model.OkxFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An element of {@code data}: an object in most messages, an array in some. */
interface Row {

    /**
     * What a row of most messages is.
     *
     * @throws IOException if it is no object
     */
    OkxFields fields() throws IOException;

    /**
     * What a row of some messages is; valid until the next message is read.
     *
     * @throws IOException if it is no array
     */
    List<String> elements() throws IOException;

    /** As it stands in a tree. */
    static Row of(JsonNode node) {
        return new Row() {
            @Override
            public OkxFields fields() throws IOException {
                return Envelope.fields(node);
            }

            @Override
            public List<String> elements() throws IOException {
                return Envelope.elements(node);
            }
        };
    }

    /** As they stand in the bytes. */
    static List<Row> of(List<Object> read) {
        List<Row> rows = new ArrayList<>(read.size());
        read.forEach(each -> rows.add(of(each)));
        return rows;
    }

    private static Row of(Object read) {
        return new Row() {
            @Override
            public OkxFields fields() throws IOException {
                if (read instanceof WireObject object) {
                    return OkxFields.of(object);
                }
                throw Envelope.noObject();
            }

            @Override
            public List<String> elements() throws IOException {
                if (read instanceof WireTexts texts) {
                    return texts;
                }
                throw Envelope.noArray();
            }
        };
    }
}
