package dev.astrolabe.aster.internal;

/** What a venue might answer, with the names of the venue's fields. */
final class Answers {

    static final String EMPTY = "{}";
    static final String NONE = "[]";
    static final String DONE = """
            {"code": 200, "msg": "success"}""";

    static final String DEPTH = """
            {"lastUpdateId": 42, "E": 1767323045010, "T": 1767323045000,
             "bids": [["49999.9", "1.5"]], "asks": [["50000.1", "2.5"], ["50000.2", "3"]]}""";

    static final String TRADES = """
            [{"id": 31, "price": "0.010000", "qty": "25", "quoteQty": "0.25", "time": 1767323044000,
              "isBuyerMaker": true}]""";

    static final String AGGREGATE_TRADES = """
            [{"a": 7, "p": "0.010000", "q": "25", "f": 31, "l": 33, "T": 1767323044000, "m": false}]""";

    static final String CANDLES = """
            [[1767322980000, "0.0100", "0.0120", "0.0090", "0.0110", "2500", 1767323039999, "27.5", 12, "1000", "11", "0"],
             [1767323040000, "0.0110", "0.0110", "0.0110", "0.0110", "0", 1767323099999, "0", 0, "0", "0", "0"]]""";

    static final String PREMIUM = """
            {"symbol": "1000PEPEUSDT", "markPrice": "0.010100", "indexPrice": "0.010200", "estimatedSettlePrice": "0.010300",
             "lastFundingRate": "0.0001", "nextFundingTime": 1767340800000, "interestRate": "0.00005",
             "time": 1767323045000}""";

    static final String FUNDING = """
            [{"symbol": "BTCUSDT", "fundingRate": "-0.0002", "fundingTime": 1767312000000},
             {"symbol": "GONEUSDT", "fundingRate": "-0.0002", "fundingTime": 1767312000000}]""";

    static final String FUNDING_INFO = """
            [{"symbol": "BTCUSDT", "interestRate": "0.0001", "time": 1767323045000, "fundingIntervalHours": 4,
              "fundingFeeCap": 0.02, "fundingFeeFloor": -0.02}]""";

    static final String TICKER = """
            {"symbol": "1000PEPEUSDT", "priceChange": "-0.0010", "priceChangePercent": "-9.09", "weightedAvgPrice": "0.0105",
             "prevClosePrice": "0.0109", "lastPrice": "0.0100", "lastQty": "40", "openPrice": "0.0110",
             "highPrice": "0.0115", "lowPrice": "0.0095", "volume": "8000", "quoteVolume": "84", "openTime": 1767236645000,
             "closeTime": 1767323045000, "firstId": 100, "lastId": 175, "count": 76}""";

    static final String PRICE = """
            {"symbol": "1000PEPEUSDT", "price": "0.0100", "time": 1767323045000}""";

    static final String BOOK_TICKER = """
            {"symbol": "1000PEPEUSDT", "bidPrice": "0.0099", "bidQty": "3", "askPrice": "0.0101", "askQty": "4",
             "time": 1767323045000}""";

    static final String INDEX = """
            {"symbol": "BTCUSDT", "time": 1767323045000,
             "references": [{"exchange": "elsewhere", "symbol": "BTC-USDT", "weight": "0.6"},
                            {"exchange": "nowhere", "symbol": "BTC_USDT", "weight": "0.4"}]}""";

    static final String OPENABLE = """
            {"remainingOpenableNotionalValue": "250000"}""";

    static final String BALANCES = """
            [{"accountAlias": "Sg", "asset": "USDT", "balance": "1000.5", "crossWalletBalance": "900", "crossUnPnl": "-1.5",
              "availableBalance": "800", "maxWithdrawAmount": "700", "marginAvailable": true,
              "updateTime": 1767323045000}]""";

    static final String ACCOUNT = """
            {"feeTier": 2, "canTrade": true, "canDeposit": true, "canWithdraw": false, "updateTime": 0,
             "totalInitialMargin": "1", "totalMaintMargin": "2", "totalWalletBalance": "3", "totalUnrealizedProfit": "4",
             "totalMarginBalance": "5", "totalPositionInitialMargin": "6", "totalOpenOrderInitialMargin": "7",
             "totalCrossWalletBalance": "8", "totalCrossUnPnl": "9", "availableBalance": "10", "maxWithdrawAmount": "11",
             "assets": [{"asset": "USDT", "walletBalance": "21", "unrealizedProfit": "22", "marginBalance": "23",
               "maintMargin": "24", "initialMargin": "25", "positionInitialMargin": "26", "openOrderInitialMargin": "27",
               "crossWalletBalance": "28", "crossUnPnl": "29", "availableBalance": "30", "maxWithdrawAmount": "31",
               "marginAvailable": true, "updateTime": 1767323045000}],
             "positions": [{"symbol": "1000PEPEUSDT", "initialMargin": "41", "maintMargin": "42", "unrealizedProfit": "43",
               "positionInitialMargin": "44", "openOrderInitialMargin": "45", "leverage": "20", "isolated": true,
               "entryPrice": "0.0100", "maxNotional": "250000", "positionSide": "SHORT", "positionAmt": "-25",
               "updateTime": 0},
              {"symbol": "GONEUSDT", "initialMargin": "0", "maintMargin": "0", "unrealizedProfit": "0",
               "positionInitialMargin": "0", "openOrderInitialMargin": "0", "leverage": "20", "isolated": false,
               "entryPrice": "0", "maxNotional": "250000", "positionSide": "BOTH", "positionAmt": "0",
               "updateTime": 0}]}""";

    static final String POSITIONS = """
            [{"symbol": "1000PEPEUSDT", "positionSide": "BOTH", "positionAmt": "25", "entryPrice": "0.0100",
              "markPrice": "0.0101", "unRealizedProfit": "0.0025", "liquidationPrice": "0.0050", "leverage": "10",
              "maxNotionalValue": "INF", "marginType": "isolated", "isolatedMargin": "0.03", "isAutoAddMargin": "true",
              "notional": "0.2525", "isolatedWallet": "0.0275", "updateTime": 1767323045000},
             {"symbol": "GONEUSDT", "positionSide": "BOTH", "positionAmt": "0", "entryPrice": "0", "markPrice": "0",
              "unRealizedProfit": "0", "liquidationPrice": "0", "leverage": "10", "maxNotionalValue": "1000",
              "marginType": "cross", "isolatedMargin": "0", "isAutoAddMargin": "false", "updateTime": 0}]""";

    static final String USER_TRADES = """
            [{"buyer": true, "commission": "-0.0001", "commissionAsset": "USDT", "id": 5, "maker": true, "orderId": 9,
              "price": "0.0100", "qty": "25", "quoteQty": "0.25", "realizedPnl": "0", "side": "BUY",
              "positionSide": "BOTH", "symbol": "1000PEPEUSDT", "time": 1767323044000}]""";

    static final String INCOME = """
            [{"symbol": "GONEUSDT", "incomeType": "FUNDING_FEE", "income": "-0.5", "asset": "USDT", "info": "FUNDING_FEE",
              "time": 1767312000000, "tranId": "77", "tradeId": ""}]""";

    static final String BRACKETS = """
            [{"symbol": "BTCUSDT", "brackets": [
               {"bracket": 2, "initialLeverage": 50, "notionalCap": 1000000, "notionalFloor": 10000,
                "maintMarginRatio": 0.01, "cum": 50},
               {"bracket": 1, "initialLeverage": 100, "notionalCap": 10000, "notionalFloor": 0,
                "maintMarginRatio": 0.005, "cum": 0}]},
             {"symbol": "GONEUSDT", "brackets": []}]""";

    static final String ADL = """
            [{"symbol": "BTCUSDT", "adlQuantile": {"LONG": 3, "SHORT": 1, "HEDGE": 0}},
             {"symbol": "1000PEPEUSDT", "adlQuantile": {"LONG": 4, "SHORT": 0, "BOTH": 0}},
             {"symbol": "GONEUSDT", "adlQuantile": {"BOTH": 2}}]""";

    static final String FORCE_ORDERS = """
            [{"orderId": 6, "symbol": "BTCUSDT", "status": "FILLED", "clientOrderId": "autoclose-17", "price": "48000",
              "avgPrice": "48010", "origQty": "0.01", "executedQty": "0.01", "cumQuote": "480.1", "timeInForce": "IOC",
              "type": "LIMIT", "reduceOnly": false, "closePosition": false, "side": "SELL", "positionSide": "BOTH",
              "stopPrice": "0", "workingType": "CONTRACT_PRICE", "origType": "LIMIT", "time": 1767300000000,
              "updateTime": 1767300000001}]""";

    static final String COMMISSION = """
            {"symbol": "BTCUSDT", "makerCommissionRate": "0.0002", "takerCommissionRate": "0.0004"}""";

    static final String TRANSFER = """
            {"tranId": 21841, "status": "SUCCESS"}""";

    static final String EXCHANGED = """
            {"accountId": 123, "asset": "USDT", "balance": "100.50", "updateTime": 1767323045000}""";

    static final String ANNOUNCEMENT = """
            {"id": 1001, "contents": [{"language": "en", "title": "Pause", "content": "Two hours."}],
             "category": "MAINTENANCE", "publishTime": 1767300000000, "jumpLink": ""}""";

    static final String ANNOUNCEMENTS = """
            {"total": 21, "rows": [%s]}""".formatted(ANNOUNCEMENT);

    static final String LEVERAGE = """
            {"leverage": 20, "maxNotionalValue": "1000000", "symbol": "BTCUSDT"}""";

    static final String MARGIN_CHANGED = """
            {"amount": 2.5, "code": 200, "msg": "Successfully modify position margin.", "type": 2}""";

    static final String MARGIN_CHANGES = """
            [{"amount": "23.5", "asset": "USDT", "symbol": "BTCUSDT", "time": 1767300000000, "type": 2,
              "positionSide": "LONG", "deltaType": "TRADE", "clientTranId": ""}]""";

    static final String LISTEN_KEY = """
            {"listenKey": "canary-listen-key"}""";

    private Answers() {}

    static String list(String element) {
        return "[" + element + "]";
    }
}
