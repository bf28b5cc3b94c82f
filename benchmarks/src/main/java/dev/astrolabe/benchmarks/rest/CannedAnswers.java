package dev.astrolabe.benchmarks.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the canned OKX answers, by path (docs: OKX v5, "Get balance", "Get instruments", "Get system time"). */
final class CannedAnswers {

    static final String BALANCE = "/api/v5/account/balance";
    static final String TIME = "/api/v5/public/time";

    /** What every contestant has to read out of {@link #BALANCE}: the equity of the currency USDT. */
    static final String EQUITY = "10523.44118";

    private static final String NOTHING = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";

    private static final String BALANCE_BODY = """
            {"code":"0","msg":"","data":[{"uTime":"1789999999995","totalEq":"10984.77","isoEq":"0","adjEq":"10961.6",\
            "availEq":"10418.3","ordFroz":"120.5","imr":"543.24","mmr":"168.1","borrowFroz":"0","mgnRatio":"65.2088",\
            "notionalUsd":"42360.77","notionalUsdForBorrow":"0","notionalUsdForFutures":"0","notionalUsdForOption":"0",\
            "notionalUsdForSwap":"42360.77","upl":"23.33118","details":[\
            {"ccy":"USDT","eq":"10523.44118","cashBal":"10500.11","uTime":"1789999991000","isoEq":"0","availEq":"9980.2",\
            "disEq":"10520.1","fixedBal":"0","availBal":"9980.2","frozenBal":"543.24118","ordFrozen":"120.5","liab":"0",\
            "upl":"23.33118","uplLiab":"0","crossLiab":"0","rewardBal":"0","isoLiab":"0","mgnRatio":"","imr":"","mmr":"",\
            "interest":"0","twap":"0","maxLoan":"52000","eqUsd":"10520.1","borrowFroz":"0","notionalLever":"","stgyEq":"0",\
            "isoUpl":"0","spotInUseAmt":"","clSpotInUseAmt":"","maxSpotInUse":"","spotIsoBal":"0","smtSyncEq":"0","spotBal":"",\
            "openAvgPx":"","accAvgPx":"","spotUpl":"","spotUplRatio":"","totalPnl":"","totalPnlRatio":"","collateralEnabled":true},\
            {"ccy":"BTC","eq":"0.00425","cashBal":"0.00425","uTime":"1789999991000","isoEq":"0","availEq":"0.00425",\
            "disEq":"441.2","fixedBal":"0","availBal":"0.00425","frozenBal":"0","ordFrozen":"0","liab":"0",\
            "upl":"0","uplLiab":"0","crossLiab":"0","rewardBal":"0","isoLiab":"0","mgnRatio":"","imr":"","mmr":"",\
            "interest":"0","twap":"0","maxLoan":"0.51","eqUsd":"464.67","borrowFroz":"0","notionalLever":"","stgyEq":"0",\
            "isoUpl":"0","spotInUseAmt":"","clSpotInUseAmt":"","maxSpotInUse":"","spotIsoBal":"0","smtSyncEq":"0",\
            "spotBal":"0.00425","openAvgPx":"98311.2","accAvgPx":"97102.8","spotUpl":"46.84","spotUplRatio":"0.1121",\
            "totalPnl":"51.97","totalPnlRatio":"0.1259","collateralEnabled":true}]}]}""";

    private static final String SWAP = """
            {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP","instFamily":"BTC-USDT","uly":"BTC-USDT",\
            "baseCcy":"","quoteCcy":"","settleCcy":"USDT","ctVal":"0.01","ctMult":"1","ctValCcy":"BTC","optType":"","stk":"",\
            "listTime":"1573557408000","expTime":"","lever":"100","tickSz":"0.1","lotSz":"0.01","minSz":"0.01","ctType":"linear",\
            "alias":"","state":"live","maxLmtSz":"100000000","maxMktSz":"85000","maxTwapSz":"100000000","maxIcebergSz":"100000000",\
            "maxTriggerSz":"100000000","maxStopSz":"85000","ruleType":"normal","instIdCode":"10459","category":"1"}]}""";

    private static final Map<String, byte[]> BY_PATH = Map.of(
            BALANCE,
            answer(BALANCE_BODY),
            "/api/v5/account/config",
            answer(
                    "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"acctLv\":\"3\",\"posMode\":\"net_mode\",\"uid\":\"1\"}]}"),
            "/api/v5/asset/currencies",
            answer(NOTHING),
            "/api/v5/public/instruments",
            answer(NOTHING),
            "/api/v5/public/instruments SWAP",
            answer(SWAP));

    static final byte[] NOT_FOUND = http("404 Not Found", "{\"code\":\"404\",\"msg\":\"no such path\",\"data\":[]}");
    static final byte[] WRONG_SIGNATURE =
            http("401 Unauthorized", "{\"code\":\"50113\",\"msg\":\"Invalid Sign\",\"data\":[]}");

    private CannedAnswers() {}

    /** The answer, with its head, to a path with its query. */
    static byte[] to(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (path.equals(TIME)) {
            String body = "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + System.currentTimeMillis() + "\"}]}";
            return answer(body);
        }
        String key = target.contains("instType=SWAP") ? path + " SWAP" : path;
        return BY_PATH.getOrDefault(key, NOT_FOUND);
    }

    private static byte[] answer(String body) {
        return http("200 OK", body);
    }

    private static byte[] http(String status, String body) {
        String head = "HTTP/1.1 " + status + "\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
                + "Content-Type: application/json\r\nServer: canned\r\nCache-Control: no-cache, no-store\r\n"
                + "Strict-Transport-Security: max-age=63072000\r\nX-Content-Type-Options: nosniff\r\n"
                + "Connection: keep-alive\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
