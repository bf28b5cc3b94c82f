package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.ChangeReader;
import dev.astrolabe.exchange.transport.JsonScanner;
import dev.astrolabe.exchange.transport.LevelChanges;
import dev.astrolabe.exchange.transport.Names;
import dev.astrolabe.exchange.transport.Unusual;

/**
 * Reads the changes of a book as the venue usually sends them: as plain numbers, and without an object a level. The rest is read by way
 * of {@link StreamPayloads.DepthEvent}, which means the same. Serves one feed.
 */
final class DepthReader extends ChangeReader {

    private static final Names NAMES = Names.of("b", "a", "u", "U", "pu", "E", "T");
    private static final int BIDS = 0;
    private static final int ASKS = 1;
    private static final int LAST = 2;
    private static final int FIRST = 3;
    private static final int PREVIOUS = 4;
    private static final int SENT = 5;
    private static final int MATCHED = 6;
    /** All but the time of the match must be there. */
    private static final int REQUIRED = (1 << MATCHED) - 1;

    @Override
    protected void message(JsonScanner json, LevelChanges changes) throws Unusual {
        int seen = 0;
        long last = 0;
        long previous = 0;
        long sent = 0;
        long matched = 0;
        json.beginObject();
        while (json.nextMember()) {
            int member = json.member(NAMES);
            switch (member) {
                case BIDS -> changes.bids().read(json, 0);
                case ASKS -> changes.asks().read(json, 0);
                case LAST -> last = json.whole();
                case FIRST -> json.whole();
                case PREVIOUS -> previous = json.whole();
                case SENT -> sent = json.whole();
                case MATCHED -> matched = json.whole();
                default -> json.skip();
            }
            if (member >= 0) {
                seen |= 1 << member;
            }
        }
        require((seen & REQUIRED) == REQUIRED);
        changes.follow(previous, last, (seen & 1 << MATCHED) == 0 ? sent : matched);
    }
}
