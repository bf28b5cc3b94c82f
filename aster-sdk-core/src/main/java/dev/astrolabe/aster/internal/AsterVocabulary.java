package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The venue's words and the neutral ones, both ways. A word that is not listed reads as UNKNOWN (docs: "ENUM definitions"). */
final class AsterVocabulary {

    private static final Map<String, InstrumentStatus> INSTRUMENT_STATUS = Map.of(
            "PENDING_TRADING", InstrumentStatus.PENDING,
            "TRADING", InstrumentStatus.TRADING,
            "PRE_SETTLE", InstrumentStatus.SETTLING,
            "SETTLING", InstrumentStatus.SETTLING,
            "CLOSE", InstrumentStatus.CLOSED);

    private static final Map<String, OrderStatus> ORDER_STATUS = Map.of(
            "NEW", OrderStatus.NEW,
            "PARTIALLY_FILLED", OrderStatus.PARTIALLY_FILLED,
            "FILLED", OrderStatus.FILLED,
            "CANCELED", OrderStatus.CANCELED,
            "REJECTED", OrderStatus.REJECTED,
            "EXPIRED", OrderStatus.EXPIRED,
            "NEW_INSURANCE", OrderStatus.NEW,
            "NEW_ADL", OrderStatus.NEW);

    private static final Map<String, OrderType> ORDER_TYPE = Map.of(
            "LIMIT", OrderType.LIMIT,
            "MARKET", OrderType.MARKET,
            "STOP", OrderType.STOP_LIMIT,
            "STOP_MARKET", OrderType.STOP_MARKET,
            "TAKE_PROFIT", OrderType.TAKE_PROFIT_LIMIT,
            "TAKE_PROFIT_MARKET", OrderType.TAKE_PROFIT_MARKET,
            "TRAILING_STOP_MARKET", OrderType.TRAILING_STOP_MARKET,
            "LIQUIDATION", OrderType.LIQUIDATION);

    private static final Map<String, TimeInForce> TIME_IN_FORCE = Map.of(
            "GTC", TimeInForce.GTC,
            "IOC", TimeInForce.IOC,
            "FOK", TimeInForce.FOK,
            "GTX", TimeInForce.POST_ONLY,
            "HIDDEN", TimeInForce.HIDDEN,
            "RPI", TimeInForce.RPI);

    private static final Map<String, TriggerBy> WORKING_TYPE =
            Map.of("CONTRACT_PRICE", TriggerBy.LAST, "MARK_PRICE", TriggerBy.MARK);

    private static final Map<String, MarginMode> MARGIN_TYPE =
            Map.of("CROSS", MarginMode.CROSS, "CROSSED", MarginMode.CROSS, "ISOLATED", MarginMode.ISOLATED);

    private static final Map<String, IncomeType> INCOME_TYPE = Map.ofEntries(
            Map.entry("TRANSFER", IncomeType.TRANSFER),
            Map.entry("CROSS_COLLATERAL_TRANSFER", IncomeType.TRANSFER),
            Map.entry("INTERNAL_TRANSFER", IncomeType.TRANSFER),
            Map.entry("WELCOME_BONUS", IncomeType.BONUS),
            Map.entry("MARKET_MERCHANT_RETURN_REWARD", IncomeType.BONUS),
            Map.entry("REFERRAL_KICKBACK", IncomeType.BONUS),
            Map.entry("CONTEST_REWARD", IncomeType.BONUS),
            Map.entry("REALIZED_PNL", IncomeType.REALIZED_PNL),
            Map.entry("FUNDING_FEE", IncomeType.FUNDING),
            Map.entry("COMMISSION", IncomeType.FEE),
            Map.entry("COMMISSION_REBATE", IncomeType.FEE),
            Map.entry("MARKET_MAKER_REBATE", IncomeType.FEE),
            Map.entry("API_REBATE", IncomeType.FEE),
            Map.entry("INSURANCE_CLEAR", IncomeType.LIQUIDATION));

    private static final Map<OrderType, String> ORDER_TYPE_WORD = inverted(ORDER_TYPE);
    private static final Map<TimeInForce, String> TIME_IN_FORCE_WORD = inverted(TIME_IN_FORCE);
    private static final Map<TriggerBy, String> WORKING_TYPE_WORD = inverted(WORKING_TYPE);

    private AsterVocabulary() {}

    private static <T> Map<T, String> inverted(Map<String, T> map) {
        return map.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    static InstrumentStatus instrumentStatus(String word) {
        return INSTRUMENT_STATUS.getOrDefault(word, InstrumentStatus.UNKNOWN);
    }

    static OrderStatus orderStatus(String word) {
        return ORDER_STATUS.getOrDefault(word, OrderStatus.UNKNOWN);
    }

    static OrderType orderType(String word) {
        return ORDER_TYPE.getOrDefault(word, OrderType.UNKNOWN);
    }

    static TimeInForce timeInForce(String word) {
        return TIME_IN_FORCE.getOrDefault(word, TimeInForce.UNKNOWN);
    }

    static TriggerBy workingType(String word) {
        return WORKING_TYPE.getOrDefault(word, TriggerBy.UNKNOWN);
    }

    /** Answers spell it isolated, cross, CROSSED: the case does not matter. */
    static MarginMode marginType(String word) {
        return MARGIN_TYPE.getOrDefault(word.toUpperCase(Locale.ROOT), MarginMode.UNKNOWN);
    }

    /** Null where there is no rule, or one that is not listed. */
    static @Nullable SelfTradePrevention selfTradePrevention(@Nullable String word) {
        return Arrays.stream(SelfTradePrevention.values())
                .filter(rule -> rule.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    static IncomeType incomeType(String word) {
        return INCOME_TYPE.getOrDefault(word, IncomeType.OTHER);
    }

    /** A word that is the name of a constant; UNKNOWN stands for every other one. */
    static <E extends Enum<E>> E named(String word, E unknown) {
        return Arrays.stream(unknown.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElse(unknown);
    }

    static String word(OrderType type) {
        return listed(ORDER_TYPE_WORD, type);
    }

    static String word(TimeInForce timeInForce) {
        return listed(TIME_IN_FORCE_WORD, timeInForce);
    }

    static String word(TriggerBy trigger) {
        return listed(WORKING_TYPE_WORD, trigger);
    }

    private static <T> String listed(Map<T, String> words, T value) {
        String word = words.get(value);
        if (word == null) {
            throw new IllegalArgumentException("AsterDex has no word for " + value);
        }
        return word;
    }
}
