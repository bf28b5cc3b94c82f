package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.GapTeller;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.internal.HoldingNews.Held;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxBalance;
import dev.astrolabe.okx.model.OkxBalanceAndPosition;
import dev.astrolabe.okx.model.OkxCurrencyBalance;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxPosition;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the account's channels into neutral events. How things stand at the beginning is read over REST and not told; after an
 * interruption the gap is told, and then what it may have hidden.
 */
final class UserFeed implements Feed<UserEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(UserFeed.class);
    /** Changes of settings among the reasons for a push (docs: OKX v5, "Balance and position channel"). */
    private static final Set<String> SETTINGS = Set.of("set_leverage");

    private final OkxContext context;
    private final PushReader pushes;
    private final ListedInstruments listed;
    private final OrderNews orders = new OrderNews();
    private final HoldingNews holdings = new HoldingNews();
    private final GapTeller<RuntimeException> gaps;
    private final List<OkxPosition> pages = new ArrayList<>();
    private int page;

    UserFeed(OkxContext context, OkxInstruments instruments, Trading trading, Account account, Json json) {
        this.context = context;
        this.pushes = new PushReader(json);
        this.listed = new ListedInstruments(instruments, context.clock());
        this.gaps = new GapTeller<>(
                context.rest(), new GapReading(context, instruments, listed, trading, account, orders, holdings));
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super UserEvent> out) throws IOException {
        Push push = pushes.read(payload);
        Instant now = context.rest().serverClock().at(received);
        switch (push.channel()) {
            case "orders" -> {
                for (OkxOrder row : push.rows(Push.Reading.ofObject(OkxOrder::new))) {
                    listed.find(row.instType(), row.instId())
                            .ifPresent(instrument -> orders.tell(row, instrument, now, out));
                }
            }
            case "orders-algo", "algo-advance" -> {
                for (OkxAlgoOrder row : push.rows(Push.Reading.ofObject(OkxAlgoOrder::new))) {
                    listed.find(row.instType(), row.instId())
                            .ifPresent(instrument -> orders.tell(row, instrument, now, out));
                }
            }
            case "positions" -> positions(push, now, out);
            case "account" -> {
                for (OkxBalance row : push.rows(Push.Reading.ofObject(OkxBalance::new))) {
                    for (OkxCurrencyBalance currency : row.currencies()) {
                        holdings.tell(currency, now, out);
                    }
                }
            }
            case "balance_and_position" -> {
                for (OkxBalanceAndPosition row : push.rows(Push.Reading.ofObject(OkxBalanceAndPosition::new))) {
                    settings(row, out);
                }
            }
            case "liquidation-warning" -> {
                for (OkxPosition row : push.rows(Push.Reading.ofObject(OkxPosition::new))) {
                    out.accept(new UserEvent.MarginCall(
                            warning(row), row.pushedAt().orElse(now)));
                }
            }
            default -> LOG.debug("the account's streams brought {}, which has no neutral form", push.channel());
        }
    }

    private void positions(Push push, Instant now, Consumer<? super UserEvent> out) throws IOException {
        List<OkxPosition> rows = push.rows(Push.Reading.ofObject(OkxPosition::new));
        if (!push.isSnapshot()) {
            held(rows).forEach(held -> holdings.tell(held, now, out));
        } else if (isNextPage(push)) {
            pages.addAll(rows);
            page = push.page();
            if (push.isLast()) {
                Optional<Instant> shown =
                        pages.stream().flatMap(row -> row.pushedAt().stream()).max(Instant::compareTo);
                holdings.snapshot(held(pages), shown, out);
                forgetPages();
            }
        }
    }

    /** A snapshot of which a page is missing shows nothing for certain. */
    private boolean isNextPage(Push push) {
        if (push.page() <= 1) {
            forgetPages();
            return true;
        }
        return push.page() == page + 1;
    }

    private void forgetPages() {
        pages.clear();
        page = 0;
    }

    private List<Held> held(List<OkxPosition> rows) {
        return rows.stream()
                .flatMap(row ->
                        listed.find(row.instType(), row.instId()).stream().map(instrument -> new Held(row, instrument)))
                .toList();
    }

    private static void settings(OkxBalanceAndPosition row, Consumer<? super UserEvent> out) {
        String why = row.eventType().orElse("");
        if (SETTINGS.contains(why)) {
            out.accept(new UserEvent.SettingsChanged(why, row.pushedAt()));
        }
    }

    private static String warning(OkxPosition row) {
        return row.instId() + " " + row.marginMode() + " " + row.positionSide() + " "
                + row.contracts().toPlainString() + " contracts"
                + row.marginRatio()
                        .map(ratio -> ", margin ratio " + ratio.toPlainString())
                        .orElse("");
    }

    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super UserEvent> out) {
        forgetPages();
        gaps.live(interruption, out);
    }
}
