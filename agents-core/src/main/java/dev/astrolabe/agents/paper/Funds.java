package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account can pay for an order. An order that adds exposure needs the initial margin of what it adds, the taker
 * fee of all of it, and the loss that it would have at once against the mark. An order that adds none needs nothing.
 */
final class Funds {

    /** Why an order cannot be paid for. */
    record Lack(Reason reason, String message) {}

    private final Rules rules;

    Funds(Rules rules) {
        this.rules = rules;
    }

    /** What stands in the way of an order that is not in the book yet; null where nothing does. */
    @Nullable
    Lack lackFor(PaperOrder order) {
        Holding holding = order.holding();
        PaperBook book = holding.market().book();
        BigDecimal wanted = order.fillable();
        BigDecimal price = order.price();
        List<Execution> executions = book.preview(order.side(), price, wanted);
        BigDecimal rest = wanted.subtract(Matching.quantity(executions));
        boolean rests = order.timeInForce() == TimeInForce.GTC || order.timeInForce() == TimeInForce.POST_ONLY;
        if (price != null && rests && rest.signum() > 0) {
            executions.add(new Execution(price, rest));
        }
        BigDecimal added = Margin.addedExposure(order, executions);
        if (order.onlyReduces() || added.signum() <= 0) {
            return null;
        }
        BigDecimal most = holding.market().risk().maxNotional(holding.leverage());
        BigDecimal exposure = Margin.exposure(holding, Contract::face, order.side(), executions);
        if (exposure.compareTo(most) > 0) {
            return new Lack(
                    Reason.LEVERAGE,
                    "exposure " + plain(exposure) + " of " + order.symbol() + " is above " + plain(most)
                            + ", the most at leverage " + holding.leverage());
        }
        BigDecimal need = Money.initialMargin(added, holding.leverage())
                .add(Money.fee(Matching.notional(holding.market().contract(), executions), rules.takerFee()))
                .add(openingLoss(order, executions));
        BigDecimal available = Margin.available(holding.portfolio());
        if (need.compareTo(available) > 0) {
            String asset = holding.portfolio().asset();
            return new Lack(
                    Reason.INSUFFICIENT_FUNDS,
                    "order needs " + plain(need) + " " + asset + " with its fee, available is " + plain(available));
        }
        return null;
    }

    private static BigDecimal openingLoss(PaperOrder order, List<Execution> executions) {
        BigDecimal quantity = Matching.quantity(executions);
        BigDecimal opened = quantity.subtract(order.position().reducibleBy(order.side()));
        BigDecimal sign = BigDecimal.valueOf(order.side().sign());
        PaperMarket market = order.holding().market();
        BigDecimal loss =
                market.contract().value(quantity.multiply(sign), market.mark()).negate();
        for (Execution execution : executions) {
            BigDecimal units = execution.quantity().multiply(sign);
            loss = loss.add(market.contract().value(units, execution.price()));
        }
        return opened.signum() <= 0 || loss.signum() <= 0
                ? BigDecimal.ZERO
                : loss.multiply(opened).divide(quantity, 8, RoundingMode.UP);
    }

    private static String plain(BigDecimal value) {
        return Money.plain(value).toPlainString();
    }
}
