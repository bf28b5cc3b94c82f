package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.transport.ChangeReader;
import dev.astrolabe.exchange.transport.JsonScanner;
import dev.astrolabe.exchange.transport.LevelChanges;
import dev.astrolabe.exchange.transport.Names;
import dev.astrolabe.exchange.transport.Unusual;

/**
 * Reads a push that is one change of a book, without a checksum, as the venue usually sends it: as plain numbers, and without an object a
 * level. The rest is read by way of {@link Push}, which means the same. Serves one feed.
 */
final class BookReader extends ChangeReader {

    private static final Names MESSAGE = Names.of("data", "action", "arg");
    private static final int DATA = 0;
    private static final int ACTION = 1;
    private static final String UPDATE = "update";

    private static final Names ROW = Names.of("asks", "bids", "ts", "seqId", "prevSeqId", "checksum");
    private static final int ASKS = 0;
    private static final int BIDS = 1;
    private static final int TIME = 2;
    private static final int LAST = 3;
    private static final int PREVIOUS = 4;
    private static final int CHECKSUM = 5;
    /** All but the checksum must be there. */
    private static final int REQUIRED = (1 << CHECKSUM) - 1;
    // An element that is no longer used, and the number of orders.
    private static final int BESIDE = 2;

    @Override
    protected void message(JsonScanner json, LevelChanges changes) throws Unusual {
        boolean isUpdate = false;
        boolean hasRow = false;
        json.beginObject();
        while (json.nextMember()) {
            switch (json.member(MESSAGE)) {
                case ACTION -> isUpdate = json.text().equals(UPDATE);
                case DATA -> {
                    json.beginArray();
                    hasRow = json.nextElement();
                    if (hasRow) {
                        row(json, changes);
                        require(!json.nextElement());
                    }
                }
                default -> json.skip();
            }
        }
        require(isUpdate && hasRow);
    }

    private static void row(JsonScanner json, LevelChanges changes) throws Unusual {
        int seen = 0;
        long last = 0;
        long previous = 0;
        long time = 0;
        json.beginObject();
        while (json.nextMember()) {
            int member = json.member(ROW);
            switch (member) {
                case ASKS -> changes.asks().read(json, BESIDE);
                case BIDS -> changes.bids().read(json, BESIDE);
                case TIME -> time = json.whole();
                case LAST -> last = json.whole();
                case PREVIOUS -> previous = json.whole();
                case CHECKSUM -> require(json.whole() == 0);
                default -> json.skip();
            }
            if (member >= 0) {
                seen |= 1 << member;
            }
        }
        require((seen & REQUIRED) == REQUIRED && time > 0);
        changes.follow(previous, last, time);
    }
}
