package dev.astrolabe.aster.model;

/**
 * A key of the user stream. Whoever has it reads what happens on the account, so {@link #toString()} does not show it.
 *
 * @param value the key
 * @since 0.1
 */
public record ListenKey(String value) {
    @Override
    public String toString() {
        return "ListenKey[***]";
    }
}
