package dev.astrolabe.aster.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value at the end of a path through a tree.
 *
 * @param path the fields on the way, {@code []} for any element of a list, its number for a place in a tuple
 * @param pointer where it is
 * @param value what stands there
 */
record JsonLeaf(String path, JsonPointer pointer, JsonNode value) {

    static final String NEW_WORD = "SOMETHING_NEW";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    static List<JsonLeaf> of(JsonNode root) {
        List<JsonLeaf> leaves = new ArrayList<>();
        collect(root, "", JsonPointer.empty(), leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String path, JsonPointer pointer, List<JsonLeaf> leaves) {
        if (!node.isContainerNode() || (node.isArray() && node.isEmpty())) {
            leaves.add(new JsonLeaf(path, pointer, node));
            return;
        }
        node.properties()
                .forEach(field -> collect(
                        field.getValue(),
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        pointer.appendProperty(field.getKey()),
                        leaves));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonNode element = node.get(i);
            collect(element, path + (element.isContainerNode() ? "[]" : "." + i), pointer.appendIndex(i), leaves);
        }
    }

    boolean isWord() {
        return value.isTextual() && changed().asText().equals(NEW_WORD);
    }

    /** Another value of the same kind. */
    private JsonNode changed() {
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        if (value.isNumber()) {
            return value.isIntegralNumber()
                    ? LongNode.valueOf(value.longValue() + 1)
                    : DecimalNode.valueOf(value.decimalValue().add(BigDecimal.ONE));
        }
        if (value.isNull()) {
            return TextNode.valueOf("7");
        }
        String text = value.asText();
        if (text.equals("true") || text.equals("false")) {
            return TextNode.valueOf(text.equals("true") ? "false" : "true");
        }
        return TextNode.valueOf(
                NUMBER.matcher(text).matches()
                        ? new BigDecimal(text).add(BigDecimal.ONE).toPlainString()
                        : NEW_WORD);
    }

    /** The tree with another value here. An empty list gets an element. */
    JsonNode changedIn(JsonNode root) {
        JsonNode copy = root.deepCopy();
        if (value.isContainerNode()) {
            ((ArrayNode) copy.at(pointer)).add(NEW_WORD);
            return copy;
        }
        JsonNode parent = copy.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), changed());
        } else {
            ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), changed());
        }
        return copy;
    }

    /** The tree with one more field in every object. */
    static JsonNode widened(JsonNode root) {
        JsonNode copy = root.deepCopy();
        widen(copy);
        return copy;
    }

    private static void widen(JsonNode node) {
        node.forEach(JsonLeaf::widen);
        if (node instanceof ObjectNode object) {
            object.putObject("somethingNew").put("word", NEW_WORD);
        }
    }
}
