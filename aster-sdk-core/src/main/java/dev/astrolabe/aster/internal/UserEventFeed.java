package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.UserPayloads.AccountEvent;
import dev.astrolabe.aster.internal.UserPayloads.MarginCallEvent;
import dev.astrolabe.aster.internal.UserPayloads.OrderEvent;
import dev.astrolabe.aster.internal.UserPayloads.SettingsEvent;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.GapTeller;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.OrderJournal;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the account's stream into neutral events. Orders and fills are told as they come; positions and balances are read again
 * over REST, for the stream tells them in part. After an interruption the gap is told, and then what it may have hidden.
 */
final class UserEventFeed implements Feed<UserEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(UserEventFeed.class);

    private final AsterInstruments instruments;
    private final Json json;
    private final OrderJournal orders = new OrderJournal();
    private final AccountReader reader;
    private final Holdings holdings;
    private final AccountNotices notices;
    private final GapTeller<InterruptedException> gaps;

    UserEventFeed(AsterContext context, AsterInstruments instruments, GapReading.Source source, Json json) {
        this.instruments = instruments;
        this.json = json;
        this.reader = new AccountReader(context);
        this.holdings = new Holdings(instruments);
        this.notices = new AccountNotices(instruments::findByVenueSymbol);
        this.gaps = new GapTeller<>(context.rest(), new GapReading(source, reader, orders, holdings));
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super UserEvent> out)
            throws IOException, InterruptedException {
        String event = UserSocket.event(payload).orElse("");
        switch (event) {
            case UserSocket.ORDER -> tell(json.readComplete(payload, OrderEvent.class), out);
            case "ACCOUNT_UPDATE" -> tell(json.readComplete(payload, AccountEvent.class), received, out);
            case "ACCOUNT_CONFIG_UPDATE" ->
                notices.settings(json.readComplete(payload, SettingsEvent.class))
                        .forEach(out);
            case "MARGIN_CALL" -> out.accept(notices.marginCall(json.readComplete(payload, MarginCallEvent.class)));
            default -> LOG.debug("the account's stream brought a {}, which has no neutral form", event);
        }
    }

    private void tell(OrderEvent event, Consumer<? super UserEvent> out) {
        Optional<Instrument> instrument = instruments.findNew(event.o().symbol());
        if (instrument.isEmpty()) {
            LOG.debug(
                    "an order of {}, which the catalogue does not have, was left out",
                    event.o().symbol());
            return;
        }
        Order order = OrderMapper.order(event.o(), instrument.get());
        if (orders.advances(order)) {
            out.accept(new UserEvent.OrderChanged(order, order.updatedAt().orElse(Instant.ofEpochMilli(event.T()))));
        }
        StreamMapper.fill(event, instrument.get())
                .filter(orders::isNew)
                .ifPresent(fill -> out.accept(new UserEvent.Filled(fill, fill.time())));
    }

    private void tell(AccountEvent event, Instant received, Consumer<? super UserEvent> out)
            throws InterruptedException {
        // Of events that queue up, those that a reading shows already cost no reading of their own.
        if (!holdings.show(event, received)) {
            holdings.take(reader.readFor(event));
        }
        holdings.tell(event, out);
    }

    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super UserEvent> out) throws InterruptedException {
        gaps.live(interruption, out);
    }
}
