package dev.astrolabe.agents.session;

/** What an order of an agent is for; one letter of its client order id. */
enum OrderPurpose {
    ENTRY('E'),
    STOP('S'),
    TAKE_PROFIT('T'),
    EXIT('X');

    private final char letter;

    OrderPurpose(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
