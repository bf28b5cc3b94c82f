package dev.astrolabe.examples.desk;

import dev.astrolabe.agents.session.Performance;
import dev.astrolabe.agents.session.SessionReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a session came to, as lines of text. */
final class ReportText {

    private ReportText() {}

    static List<String> of(SessionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Session " + report.state() + " after " + report.steps() + " steps, " + report.from() + " to "
                + report.to());
        lines.add("");
        lines.addAll(agents(report).lines());
        lines.add("");
        lines.addAll(decisions(report.decisions()).lines());
        lines.add("");
        lines.add(balance(report));
        lines.add("Run " + report.digest());
        return lines;
    }

    private static TextTable agents(SessionReport report) {
        TextTable table = new TextTable(
                "Agent",
                "Capital",
                "Equity",
                "PnL after fees",
                "Trades",
                "Win rate",
                "Max drawdown",
                "Fees",
                "Avg. trade");
        int trades = 0;
        BigDecimal fees = BigDecimal.ZERO;
        for (Performance agent : report.agents()) {
            trades += agent.trades();
            fees = fees.add(agent.fees());
            table.row(
                    agent.spec().name(),
                    money(agent.capital()),
                    money(agent.equity()),
                    signed(agent.pnl()),
                    Integer.toString(agent.trades()),
                    agent.winRate().map(ReportText::percent).orElse("-"),
                    percent(agent.maxDrawdown()),
                    money(agent.fees()),
                    agent.averageTradeDuration().map(ReportText::duration).orElse("-"));
        }
        return table.row(
                "All",
                money(report.capital()),
                money(report.equity()),
                signed(report.equity().subtract(report.capital())),
                Integer.toString(trades),
                "",
                percent(report.maxDrawdown()),
                money(fees),
                "");
    }

    private static TextTable decisions(Map<String, ? extends Map<String, Integer>> decisions) {
        TextTable table = new TextTable("CEO decision: reason", "Count");
        decisions.forEach((verdict, reasons) -> {
            if (reasons.isEmpty()) {
                table.row(verdict, "0");
            }
            reasons.forEach((reason, count) -> table.row(verdict + ": " + reason, Integer.toString(count)));
        });
        return table;
    }

    private static String balance(SessionReport report) {
        BigDecimal agents = report.agents().stream().map(Performance::equity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal difference = report.equity().subtract(agents);
        return "Balance: cash " + report.cash().toPlainString() + " + positions "
                + report.positions().toPlainString() + " = equity "
                + report.equity().toPlainString()
                + ", difference to the agents' accounts " + difference.toPlainString() + "; compared with the exchange "
                + report.balanceChecks() + " times";
    }

    static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String signed(BigDecimal amount) {
        return amount.signum() > 0 ? "+" + money(amount) : money(amount);
    }

    private static String percent(BigDecimal ratio) {
        return ratio.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " %";
    }

    private static String duration(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
