package dev.astrolabe.benchmarks.okx;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What OKX sends, in its shape and order of names: as many fields as it sends, and as many of them empty. */
final class OkxPayloads {

    static final String STREAMED = "BTC-USDT-SWAP";

    private static final List<String> COINS = List.of(
            "BTC", "ETH", "SOL", "XRP", "DOGE", "ADA", "LTC", "LINK", "AVAX", "DOT", "TRX", "BCH", "NEAR", "UNI",
            "ATOM", "ETC", "FIL", "APT", "ARB", "OP");
    private static final String POSITION = """
            {"adl":"%d","availPos":"","avgPx":"%s","baseBal":"","baseBorrowed":"","baseInterest":"","bePx":"%s","bizRefId":"",\
            "bizRefType":"","cTime":"17%011d","ccy":"USDT","clSpotInUseAmt":"","closeOrderAlgo":[],"deltaBS":"","deltaPA":"",\
            "fee":"%s","fundingFee":"%s","gammaBS":"","gammaPA":"","hedgedPos":"","idxPx":"%s","imr":"%s","instId":"%s-USDT-SWAP",\
            "instType":"SWAP","interest":"","last":"%s","lever":"10","liab":"","liabCcy":"","liqPenalty":"0","liqPx":"%s",\
            "margin":"","markPx":"%s","maxSpotInUseAmt":"","mgnMode":"cross","mgnRatio":"%s","mmr":"%s","notionalUsd":"%s",\
            "optVal":"","pendingCloseOrdLiabVal":"0","pnl":"0","pos":"%s","posCcy":"","posId":"17%017d","posSide":"net",\
            "quoteBal":"","quoteBorrowed":"","quoteInterest":"","realizedPnl":"%s","spotInUseAmt":"","spotInUseCcy":"",\
            "thetaBS":"","thetaPA":"","tradeId":"%09d","uTime":"17%011d","upl":"%s","uplLastPx":"%s","uplRatio":"%s",\
            "uplRatioLastPx":"%s","usdPx":"1.0001","vegaBS":"","vegaPA":"","nonSettleAvgPx":"","settledPnl":""}""";
    private static final String INSTRUMENT = """
            {"instType":"SWAP","instId":"%1$s-USDT-SWAP","instFamily":"%1$s-USDT","uly":"%1$s-USDT","settleCcy":"USDT",\
            "ctType":"linear","ctVal":"0.01","ctMult":"1","ctValCcy":"%1$s","lotSz":"0.01","minSz":"0.01","tickSz":"0.0001",\
            "ruleType":"normal","state":"live"}""";

    private OkxPayloads() {}

    private static byte[] answer(List<String> rows) {
        return ("{\"code\":\"0\",\"data\":[" + String.join(",", rows) + "],\"msg\":\"\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<String> instIds() {
        return COINS.stream().map(coin -> coin + "-USDT-SWAP").toList();
    }

    static byte[] catalogue() {
        return answer(COINS.stream().map(INSTRUMENT::formatted).toList());
    }

    /** 20 positions. */
    static byte[] positions() {
        SplittableRandom random = new SplittableRandom(42);
        return answer(COINS.stream().map(coin -> position(coin, random)).collect(Collectors.toList()));
    }

    private static String position(String coin, SplittableRandom random) {
        return POSITION.formatted(
                random.nextInt(1, 6),
                decimal(random, 7, 2),
                decimal(random, 14, 9),
                random.nextLong(100_000_000_000L),
                decimal(random, 8, 6).negate(),
                decimal(random, 8, 6),
                decimal(random, 7, 2),
                decimal(random, 12, 8),
                coin,
                decimal(random, 7, 2),
                decimal(random, 15, 10),
                decimal(random, 7, 2),
                decimal(random, 15, 12),
                decimal(random, 11, 8),
                decimal(random, 13, 8),
                decimal(random, 5, 2).negate(),
                random.nextLong(100_000_000_000_000_000L),
                decimal(random, 9, 6).negate(),
                random.nextInt(1_000_000_000),
                random.nextLong(100_000_000_000L),
                decimal(random, 12, 10).negate(),
                decimal(random, 12, 10).negate(),
                decimal(random, 15, 16).negate(),
                decimal(random, 15, 16).negate());
    }

    private static BigDecimal decimal(SplittableRandom random, int digits, int scale) {
        String text = IntStream.range(0, digits)
                .mapToObj(i -> Integer.toString(random.nextInt(1, 10)))
                .collect(Collectors.joining());
        return new BigDecimal(text).movePointLeft(scale);
    }

    static byte[] trade() {
        return """
                {"arg":{"channel":"trades","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP","tradeId":"1306394742",\
                "px":"64219.9","sz":"12.06","side":"buy","ts":"1767225600123","count":"3","source":"0","seqId":123456789}]}""".getBytes(StandardCharsets.UTF_8);
    }

    static byte[] ticker() {
        return """
                {"arg":{"channel":"bbo-tbt","instId":"BTC-USDT-SWAP"},"data":[{"asks":[["64220.1","551.54","0","12"]],\
                "bids":[["64220","577.45","0","27"]],"ts":"1767225600123","seqId":363996337}]}""".getBytes(StandardCharsets.UTF_8);
    }

    static byte[] order() {
        return """
                {"arg":{"channel":"orders","instType":"SWAP","uid":"614488474791936"},"data":[{"accFillSz":"0.5","algoClOrdId":"",\
                "algoId":"","amendResult":"","amendSource":"","avgPx":"64219.9","cancelSource":"","category":"normal","ccy":"",\
                "clOrdId":"b15d1e5f2a0c4f3d","code":"0","cTime":"1767225600001","execType":"M","fee":"-0.12843980",\
                "feeCcy":"USDT","fillFee":"-0.12843980","fillFeeCcy":"USDT","fillNotionalUsd":"321.0995","fillPx":"64219.9",\
                "fillSz":"0.5","fillPnl":"0","fillTime":"1767225600100","fillPxVol":"","fillPxUsd":"","fillMarkVol":"",\
                "fillFwdPx":"","fillMarkPx":"64220","fillIdxPx":"64225.3","instId":"BTC-USDT-SWAP","instType":"SWAP",\
                "lever":"10","msg":"","notionalUsd":"1284.398","ordId":"2521977078458654720","ordType":"limit","pnl":"0",\
                "posSide":"net","px":"64219.9","pxUsd":"","pxVol":"","pxType":"","quickMgnType":"","rebate":"0",\
                "rebateCcy":"USDT","reduceOnly":"false","reqId":"","side":"sell","attachAlgoClOrdId":"","slOrdPx":"",\
                "slTriggerPx":"","slTriggerPxType":"","source":"","state":"partially_filled","stpId":"","stpMode":"cancel_maker",\
                "sz":"2","tag":"","tdMode":"cross","tgtCcy":"","tpOrdPx":"","tpTriggerPx":"","tpTriggerPxType":"",\
                "attachAlgoOrds":[],"tradeId":"1242589207","tradeQuoteCcy":"","lastPx":"64219.9","uTime":"1767225600102",\
                "isTpLimit":"false","linkedAlgoOrd":{"algoId":""}}]}""".getBytes(StandardCharsets.UTF_8);
    }
}
