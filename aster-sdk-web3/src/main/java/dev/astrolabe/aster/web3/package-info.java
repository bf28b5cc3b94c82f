/**
 * AsterDex futures over v3, signed with a wallet's key (EIP-712). {@link dev.astrolabe.aster.web3.AsterWeb3} opens a client.
 *
 * <p>Two keys and two addresses take part:
 *
 * <ul>
 *   <li>The <b>main wallet</b> owns the account and the money. Its address is what the venue calls {@code user}. Its key signs
 *       little: it approves agents and builders and keeps sub-accounts, which {@link dev.astrolabe.aster.web3.AsterWallet} does.
 *       It need not be on the machine that trades.
 *   <li>An <b>agent</b> (the venue also says API wallet) is a second key that the main wallet lets act for it, until a date, for
 *       trading but not for withdrawing, if so wished from some internet addresses only. Its address is what the venue calls
 *       {@code signer}. Its key signs every order and every read; it is the credential
 *       {@value dev.astrolabe.aster.web3.AsterWeb3#PRIVATE_KEY} of a client. It holds no money.
 * </ul>
 *
 * <p>Make an agent on the venue's page "API wallet" (testnet has its own), or with
 * {@code AsterWallet.approveAgent}, and give each process, better each program, an agent of its own: the venue counts requests by
 * the agent's key, and two processes on one key can void each other's.
 *
 * <p>An order on testnet, which costs nothing. The key comes from where {@link dev.astrolabe.aster.web3.Web3Keys} can read it, or
 * from a {@link dev.astrolabe.aster.web3.Web3Signer} of the application's own:
 *
 * <pre>{@code
 * ExchangeConfig config = ExchangeConfig.builder("asterdex")
 *         .environment(Environment.DEMO)
 *         .option(AsterWeb3.SIGNER, "0x...")  // the agent's address: another key is refused
 *         .build();
 * try (Web3Signer agent = Web3Keys.fromEnvironment(System.getenv(), "ASTER_PRIVATE_KEY");
 *         ExchangeClient client = AsterWeb3.client(config, agent)) {
 *     Symbol btc = Symbol.parse("BTC/USDT:USDT");
 *     OrderRequest order = OrderRequest.limit(btc, Side.BUY, new BigDecimal("0.001"), new BigDecimal("20000"));
 *     client.trading().test(order);                       // only checked by the venue
 *     OrderAck placed = client.trading().place(order);    // rests, far below the market
 *     client.trading().cancel(placed.ref());
 * }
 * }</pre>
 *
 * <p>{@code client.unwrap(AsterWeb3Client.class)} gives what v3 alone has. A request is void some seconds after it was signed, or
 * when its nonce was used: that is a {@link dev.astrolabe.exchange.error.RejectedException} for
 * {@link dev.astrolabe.exchange.error.Reason#CLOCK_SKEW}, and nothing was executed.
 */
@NullMarked
package dev.astrolabe.aster.web3;

import org.jspecify.annotations.NullMarked;
