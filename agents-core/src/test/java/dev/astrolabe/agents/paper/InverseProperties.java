package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.InverseBench.FACE;
import static dev.astrolabe.agents.paper.InverseBench.coins;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Inverse arithmetic against the plain formulae, reckoned with 60 digits, and against its linear mirror. */
class InverseProperties {

    private static final BigDecimal DUST = num("0.0000000000000001");

    /** The textbook way: contracts and their average price by coins, no cost, no value. */
    private static final class Textbook {
        private BigDecimal contracts = BigDecimal.ZERO;
        private BigDecimal coinsAtEntry = BigDecimal.ZERO;
        private BigDecimal realized = BigDecimal.ZERO;

        void fill(Side side, BigDecimal n, BigDecimal price) {
            BigDecimal signed = side == Side.BUY ? n : n.negate();
            if (contracts.signum() * signed.signum() < 0) {
                BigDecimal closed = n.min(contracts.abs());
                BigDecimal entry = contracts.abs().multiply(FACE).divide(coinsAtEntry, InverseBench.PLAIN);
                BigDecimal direction = BigDecimal.valueOf(contracts.signum());
                realized = realized.add(
                        coins(closed, entry).subtract(coins(closed, price)).multiply(direction));
                coinsAtEntry = coinsAtEntry.subtract(coins(closed, entry));
                contracts = contracts.subtract(closed.multiply(direction));
                signed = signed.add(closed.multiply(direction));
            }
            if (signed.signum() != 0) {
                contracts = contracts.add(signed);
                coinsAtEntry = coinsAtEntry.add(coins(signed.abs(), price));
            }
        }

        BigDecimal unrealized(BigDecimal mark) {
            return coinsAtEntry.subtract(coins(contracts.abs(), mark)).multiply(BigDecimal.valueOf(contracts.signum()));
        }
    }

    @Property(tries = 300)
    void profit_is_what_the_plain_formula_says(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int fills) {
        Random random = new Random(seed);
        PaperPosition position = new PaperPosition(
                Contract.of(InverseBench.instrument(InverseBench.SWAP, "S").build()));
        Textbook textbook = new Textbook();
        BigDecimal realized = BigDecimal.ZERO;

        for (int i = 0; i < fills; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            BigDecimal n = BigDecimal.valueOf(1 + random.nextInt(10_000), 1);
            BigDecimal price = BigDecimal.valueOf(300_000 + random.nextInt(700_000), 1);
            realized = realized.add(position.fill(side, n, price, 0, Sample.START));
            textbook.fill(side, n, price);
        }

        BigDecimal mark = BigDecimal.valueOf(300_000 + random.nextInt(700_000), 1);
        assertThat(position.quantity()).isEqualByComparingTo(textbook.contracts);
        assertThat(realized).isCloseTo(textbook.realized, within(DUST));
        assertThat(position.unrealized(mark)).isCloseTo(textbook.unrealized(mark), within(DUST));
    }

    @Property(tries = 100)
    void worth_is_what_flowed_in_and_out_to_the_last_digit(@ForAll long seed) {
        Random random = new Random(seed);
        InverseBench bench = InverseBench.at("50000");
        Contract contract =
                Contract.of(InverseBench.instrument(InverseBench.SWAP, "S").build());

        for (int i = 0; i < 30; i++) {
            bench.move(BigDecimal.valueOf(490_000 + random.nextInt(20_000), 1).toPlainString());
            bench.market(
                    random.nextBoolean() ? Side.BUY : Side.SELL,
                    BigDecimal.valueOf(1 + random.nextInt(3000), 1).toPlainString());
        }

        BigDecimal wallet = bench.incomes().stream().map(Income::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal flows = bench.incomes().stream()
                .filter(income -> income.type() != IncomeType.REALIZED_PNL)
                .map(Income::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal held = BigDecimal.ZERO;
        for (Fill fill : bench.fills()) {
            BigDecimal n = contract.units(fill.quantity(), fill.price())
                    .multiply(BigDecimal.valueOf(fill.side().sign()));
            flows = flows.subtract(contract.value(n, fill.price()));
            held = held.add(n);
        }
        List<Position> positions = bench.client.account().positions();
        BigDecimal mark = bench.client.marketData().markPrice(InverseBench.SWAP).mark();
        assertThat(bench.balance().wallet()).isEqualByComparingTo(wallet);
        // A flip closes and opens in one fill: its two values are rounded apart.
        assertThat(bench.balance().equity())
                .isCloseTo(flows.add(contract.value(held, mark)), within(num("0.00000000000000003")));
        assertThat(positions.isEmpty() ? BigDecimal.ZERO : positions.get(0).contracts())
                .isEqualByComparingTo(held.abs());
    }

    /** What an inverse long gains in coins is what a linear short of the coin gains that is priced in contracts. */
    @Property(tries = 200)
    void is_a_linear_short_at_one_over_the_price(
            @ForAll @IntRange(min = 1, max = 100_000) int n,
            @ForAll @IntRange(min = 10_000, max = 1_000_000) int entry,
            @ForAll @IntRange(min = 10_000, max = 1_000_000) int exit) {
        PaperPosition inverse = new PaperPosition(
                Contract.of(InverseBench.instrument(InverseBench.SWAP, "S").build()));
        PaperPosition linear = new PaperPosition(Contract.of(Sample.btc()));
        BigDecimal size = BigDecimal.valueOf(n, 1);

        inverse.fill(Side.BUY, size, BigDecimal.valueOf(entry), 0, Sample.START);
        linear.fill(Side.SELL, size.multiply(FACE), reciprocal(entry), 0, Sample.START);

        assertThat(inverse.unrealized(BigDecimal.valueOf(exit)))
                .isCloseTo(linear.unrealized(reciprocal(exit)), within(DUST));
    }

    private static BigDecimal reciprocal(int price) {
        return BigDecimal.ONE.divide(BigDecimal.valueOf(price), InverseBench.PLAIN);
    }
}
