package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.UserPayloads.AnnouncementEvent;
import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.JsonMembers;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The announcements among the events of the account's stream. */
final class AnnouncementFeed implements Feed<Announcement> {

    private final Json json;

    AnnouncementFeed(Json json) {
        this.json = json;
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super Announcement> out) throws IOException {
        if (JsonMembers.find(payload, "e").equals(Optional.of("announcement"))) {
            NativeStreamMapper.announcement(json.readComplete(payload, AnnouncementEvent.class))
                    .ifPresent(out);
        }
    }

    /** The venue does not tell old announcements again. */
    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super Announcement> out) {}
}
