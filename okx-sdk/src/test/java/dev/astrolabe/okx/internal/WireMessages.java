package dev.astrolabe.okx.internal;

import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxBalance;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxFields;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxTicker;
import dev.astrolabe.okx.model.OkxTrade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Makes messages of OKX's shapes: most as it writes them, some as it never would, some that are no JSON. */
final class WireMessages {

    /** A kind of row: its names, with what most of their values are, and what the client reads it into. */
    @SuppressWarnings("ImmutableEnumChecker") // Constructors have no state.
    enum Kind {
        POSITION(
                "adl:n availPos:n avgPx:n bePx:n cTime:t ccy:w closeOrderAlgo[{algoId:w slTriggerPx:n slTriggerPxType:w tpTriggerPx:n"
                        + " closeFraction:n}] fee:n fundingFee:n hedgedPos idxPx:n imr:n instId:w instType:i interest:n last:n lever:n"
                        + " liab liabCcy liqPenalty:n liqPx:n margin:n markPx:n mgnMode:w mgnRatio:n mmr:n notionalUsd:n optVal"
                        + " pendingCloseOrdLiabVal:n pnl:n pos:n posCcy posId:w posSide:w pTime:t realizedPnl:n settledPnl tradeId:w"
                        + " uTime:t upl:n uplLastPx:n uplRatio:n uplRatioLastPx:n usdPx:n vegaBS",
                OkxPosition::new),
        ORDER(
                "accFillSz:n algoClOrdId algoId amendResult avgPx:n cTime:t cancelSource category:w ccy clOrdId:w execType:w fee:n"
                        + " feeCcy:w fillFee:n fillPx:n fillSz:n fillTime:t instId:w instType:i isTpLimit:b lever:n"
                        + " linkedAlgoOrd{algoId} attachAlgoOrds[{attachAlgoId:w slTriggerPx:n tpOrdPx:n}] ordId:w ordType:w pnl:n"
                        + " posSide:w px:n reduceOnly:b side:w source state:w sz:n tag tdMode:w tgtCcy tradeId:w uTime:t",
                OkxOrder::new),
        ALGO_ORDER(
                "activePx actualSide algoClOrdId algoId:w attachAlgoOrds[] cTime:t callbackRatio closeFraction instId:w instType:i"
                        + " last:n linkedOrd{ordId} ordIdList[] ordPx:n ordType:w posSide:w reduceOnly:b side:w slOrdPx:n"
                        + " slTriggerPx:n state:w sz:n tpTriggerPx:n triggerPx:n uTime:t",
                OkxAlgoOrder::new),
        BALANCE(
                "adjEq:n details[{availBal:n availEq:n cashBal:n ccy:w collateralEnabled:b disEq:n eq:n frozenBal:n uTime:t upl:n}]"
                        + " imr:n mmr:n totalEq:n uTime:t upl:n",
                OkxBalance::new),
        INSTRUMENT(
                "baseCcy:w ctMult:n ctType:w ctVal:n ctValCcy:w expTime:t futureSettlement:b instFamily:w instId:w instIdCode"
                        + " instType:i lever:n listTime:t lotSz:n minSz:n ruleType:w settleCcy:w state:w tickSz:n"
                        + " tradeQuoteCcyList[] uly:w upcChg[{param:w newValue:n effTime:t}]",
                OkxInstrument::new),
        TRADE("instId:w tradeId:w px:n sz:n side:w ts:t count:n source seqId:n", OkxTrade::new),
        TICKER(
                "instType:i instId:w last:n lastSz:n askPx:n askSz:n bidPx:n bidSz:n open24h:n vol24h:n ts:t",
                OkxTicker::new),
        BOOK("asks[[]] bids[[]] ts:t checksum:t prevSeqId:t seqId:t", OkxBook::new),
        CANDLE("", OkxBook::new);

        private final String names;
        private final Function<OkxFields, ?> row;

        Kind(String names, Function<OkxFields, ?> row) {
            this.names = names;
            this.row = row;
        }

        /** The typed row; of a candle its elements. */
        Object read(Row element) throws java.io.IOException {
            return this == CANDLE ? OkxCandle.of(element.elements()) : row.apply(element.fields());
        }
    }

    private static final List<String> WORDS = List.of(
            "BTC-USDT-SWAP", "cross", "long", "net", "buy", "limit", "live", "USDT", "isolated", "2650000000000000001");
    private static final List<String> TYPES = List.of("SWAP", "SPOT", "swap", "FUTURES", "other");
    /** JSON that is read otherwise than what the venue usually sends, or is none. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "false",
            "0",
            "12",
            "-7",
            "12.50",
            "-0",
            "-0.0",
            "-0.5",
            "0.0000001",
            "1e5",
            "1.5E-7",
            "00",
            "01",
            "1.",
            ".5",
            "+1",
            "-",
            "NaN",
            "tru",
            "nullx",
            "123456789012345678901234567890",
            "0.1234567890123456789012",
            "\"+5\"",
            "\".5\"",
            "\"5.\"",
            "\"-0\"",
            "\"-0.00\"",
            "\"1e5\"",
            "\"1E400\"",
            "\" 12\"",
            "\"0x1F\"",
            "\"١٢\"",
            "\"\\u0041\"",
            "\"a\\nb\"",
            "\"\\\"\"",
            "\"\\\\\"",
            "\"\t\"",
            "\"é\"",
            "\"币\"",
            "\"😀\"",
            "\"?\"",
            "\"\\ud83d\"",
            "\"99999999999999999999\"",
            "\"9223372036854775807\"",
            "\"-9223372036854775808\"",
            "\"12345678901234567890.12345\"",
            "\"true\"",
            "\"FALSE\"",
            "{}",
            "[]",
            "{\"a\":\"b\"}",
            "{\"a\":\"b\",\"a\":\"c\"}",
            "[\"1\",\"2\"]",
            "[null,\"x\",1]",
            "[[\"1\",null],{\"b\":1.0}]",
            "[[[[]]]]",
            "[1.50,true]",
            "\"",
            "{",
            "[\"1\"",
            "\"" + "9".repeat(120) + "\"",
            "1" + "0".repeat(120),
            "\"\"\"\"",
            "'x'",
            "");

    private final Random random;

    WireMessages(Random random) {
        this.random = random;
    }

    Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    /** An answer over REST. */
    String answer(Kind kind) {
        boolean odd = random.nextInt(3) == 0;
        List<String> members = new ArrayList<>(List.of(
                "\"code\":"
                        + (odd ? pick(List.of("\"0\"", "\"1\"", "\"2\"", "\"51008\"", "0", "\"\"", odd())) : "\"0\""),
                "\"data\":" + data(kind, odd),
                "\"msg\":\"\""));
        return finished(members, odd);
    }

    /** A push of a channel. */
    String push(Kind kind) {
        boolean odd = random.nextInt(3) == 0;
        List<String> members = new ArrayList<>(List.of(
                "\"arg\":{\"channel\":" + (rarely(odd) ? odd() : "\"some\"") + ",\"instId\":\"BTC-USDT\"}",
                "\"data\":" + data(kind, odd)));
        if (random.nextInt(3) == 0) {
            members.add(1, "\"action\":" + (rarely(odd) ? odd() : "\"snapshot\""));
        } else if (random.nextInt(3) == 0) {
            members.add("\"eventType\":" + (rarely(odd) ? odd() : "\"event_update\""));
            members.add("\"curPage\":" + (rarely(odd) ? odd() : "2"));
            members.add("\"lastPage\":" + (rarely(odd) ? odd() : "false"));
        }
        return finished(members, odd);
    }

    private String finished(List<String> members, boolean odd) {
        if (rarely(odd)) {
            Collections.shuffle(members, random);
        }
        if (rarely(odd)) {
            members.add(members.get(random.nextInt(members.size())));
        }
        if (rarely(odd)) {
            members.remove(random.nextInt(members.size()));
        }
        String text = "{" + String.join(",", members) + "}";
        return odd && random.nextInt(4) == 0 ? damaged(text) : text;
    }

    private String damaged(String text) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at);
            case 1 -> text + pick(List.of(" ", "\n", "x", "{}", ","));
            case 2 ->
                text.substring(0, at)
                        + pick(List.of("\"", ",", "}", "]", "x", " ", "\\", "\ud83d"))
                        + text.substring(at);
            case 3 -> text.substring(0, at) + text.substring(at + 1);
            case 4 -> text.replace(",", ", ");
            default -> "\ufeff" + text;
        };
    }

    private String data(Kind kind, boolean odd) {
        if (rarely(odd)) {
            return odd();
        }
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            rows.add(mostlyNot(odd) ? odd() : kind == Kind.CANDLE ? texts(9, odd) : object(kind.names, odd));
        }
        return "[" + String.join(",", rows) + "]";
    }

    private String object(String names, boolean odd) {
        List<String> members = new ArrayList<>();
        for (String each : split(names)) {
            int end = each.split("[:\\[{]", 2)[0].length();
            String rest = each.substring(end);
            members.add("\"" + each.substring(0, end) + "\":" + (mostlyNot(odd) ? odd() : value(rest, odd)));
        }
        if (rarely(odd)) {
            Collections.shuffle(members, random);
        }
        if (rarely(odd)) {
            members.add(random.nextInt(members.size()), "\"newField" + random.nextInt(3) + "\":" + odd());
        }
        if (mostlyNot(odd)) {
            members.add(members.get(random.nextInt(members.size())));
        }
        if (rarely(odd)) {
            members.remove(random.nextInt(members.size()));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String value(String rest, boolean odd) {
        if (rest.startsWith("{")) {
            return object(rest.substring(1, rest.length() - 1), odd);
        }
        if (rest.startsWith("[")) {
            List<String> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(element(rest.substring(1, rest.length() - 1), odd));
            }
            return "[" + String.join(",", elements) + "]";
        }
        return switch (rest) {
            case ":t" -> "\"" + (1_600_000_000_000L + random.nextInt()) + "\"";
            case ":n" -> "\"" + decimal() + "\"";
            case ":w" -> "\"" + pick(WORDS) + "\"";
            case ":i" -> "\"" + pick(TYPES) + "\"";
            case ":b" -> pick(List.of("true", "false", "\"true\"", "\"false\""));
            default ->
                pick(List.of(
                        "\"\"",
                        "\"\"",
                        "\"" + decimal() + "\"",
                        "\"" + pick(WORDS) + "\"",
                        "" + random.nextInt(1_000)));
        };
    }

    private String element(String inside, boolean odd) {
        if (inside.startsWith("{")) {
            return object(inside.substring(1, inside.length() - 1), odd);
        }
        return inside.isEmpty() ? "\"" + decimal() + "\"" : texts(4, odd);
    }

    private String texts(int count, boolean odd) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean whole = i == 0 || i == count - 1;
            elements.add(mostlyNot(odd) ? odd() : "\"" + (whole ? "" + random.nextInt(1_000_000) : decimal()) + "\"");
        }
        return "[" + String.join(",", elements) + "]";
    }

    private String decimal() {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        int digits = 1 + random.nextInt(random.nextInt(8) == 0 ? 25 : 9);
        int point = random.nextInt(digits + 1);
        for (int i = 0; i < digits; i++) {
            text.append(i == point && i > 0 ? "." : "").append(random.nextInt(10));
        }
        return text.toString();
    }

    /** The members that stand side by side. */
    private static List<String> split(String names) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            char letter = i == names.length() ? ' ' : names.charAt(i);
            depth += letter == '{' || letter == '[' ? 1 : letter == '}' || letter == ']' ? -1 : 0;
            if (letter == ' ' && depth == 0) {
                parts.add(names.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    private boolean rarely(boolean odd) {
        return odd && random.nextInt(8) == 0;
    }

    private boolean mostlyNot(boolean odd) {
        return odd && random.nextInt(50) == 0;
    }

    private String odd() {
        return pick(ODD);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
