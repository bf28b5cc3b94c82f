// Runs ccxt for a test. A line on standard input is a command, a line on standard output its answer, both JSON:
//   {"id":1,"open":"aster","as":"a","config":{...}}        -> {"id":1,"result":{"version":...}}
//   {"id":2,"on":"a","call":"fetchTicker","args":["..."]}  -> {"id":2,"result":...} or {"id":2,"error":{"kinds":[...],"message":...}}
//   {"id":3,"on":"a","read":["tickers","BTC/USDT:USDT"]}   -> {"id":3,"result":...}, what a stream has stored
// Commands run side by side, so an answer may come after that of a later command. It ends with its input.
import ccxt from 'ccxt';
import { createInterface } from 'node:readline';

const LIFETIME_MILLIS = 15 * 60 * 1000;

const exchanges = new Map();

// A URL that was not replaced would lead to the real exchange.
function requireLocal(urls) {
    for (const [name, url] of Object.entries(urls)) {
        if (typeof url === 'object') {
            requireLocal(url);
        } else if (new URL(url).hostname !== '127.0.0.1') {
            throw new Error(`URL ${name} leaves this machine: ${url}`);
        }
    }
}

async function open(command) {
    const exchange = new ccxt.pro[command.open](command.config);
    requireLocal(exchange.urls.api);
    // ccxt asks for this before it opens a ws:// address, which has no TLS.
    await exchange.loadHttpProxyAgent();
    exchanges.set(command.as, exchange);
    return { has: exchange.has };
}

// JSON has no undefined, which is how ccxt says "not given".
const given = (value) => value ?? undefined;

async function run(command) {
    if (command.open !== undefined) {
        return await open(command);
    }
    const exchange = exchanges.get(command.on);
    if (command.read !== undefined) {
        return command.read.reduce((part, name) => part?.[name], exchange);
    }
    return await exchange[command.call](...command.args.map(given));
}

// The names of an error's class and of those above it.
function kinds(error) {
    const names = [];
    for (let type = error.constructor; typeof type === 'function' && type.name !== ''; type = Object.getPrototypeOf(type)) {
        names.push(type.name);
    }
    return names;
}

function answer(id, outcome) {
    process.stdout.write(`${JSON.stringify({ id, ...outcome })}\n`);
}

async function close() {
    await Promise.allSettled([...exchanges.values()].map((exchange) => exchange.close()));
    process.exit(0);
}

// A socket that closes rejects what nobody waits for any more.
process.on('unhandledRejection', (error) => process.stderr.write(`${error}\n`));
setTimeout(() => process.exit(1), LIFETIME_MILLIS).unref();

createInterface({ input: process.stdin })
    .on('line', (line) => {
        const command = JSON.parse(line);
        run(command).then(
            (result) => answer(command.id, { result: result ?? null }),
            (error) => answer(command.id, { error: { kinds: kinds(error), message: String(error.message) } }),
        );
    })
    .on('close', close);
