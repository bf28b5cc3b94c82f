// Puts load on ccxt's okx and prints its figures as JSON. Arguments: address, key, secret, passphrase, the equity that is expected,
// and the plan: milliseconds of warm-up, calls one after another, calls side by side, milliseconds of these.
import ccxt from 'ccxt';

const [address, apiKey, secret, password, expected, ...plan] = process.argv.slice(2);
const [warmMillis, calls, sideBySide, busyMillis] = plan.map(Number);

const exchange = new ccxt.okx({ apiKey, secret, password, enableRateLimit: false });
exchange.urls.api.rest = address;

async function timed() {
    const start = process.hrtime.bigint();
    const balance = await exchange.fetchBalance();
    const took = Number(process.hrtime.bigint() - start) / 1000;
    if (balance.USDT.total !== Number(expected)) {
        throw new Error(`equity ${balance.USDT.total} is not ${expected}`);
    }
    return took;
}

async function until(end, times) {
    while (performance.now() < end) {
        times.push(await timed());
    }
}

async function together(millis) {
    const times = [];
    const end = performance.now() + millis;
    await Promise.all(Array.from({ length: sideBySide }, () => until(end, times)));
    return times.sort((a, b) => a - b);
}

const at = (sorted, percent) => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];

function cpuMicros() {
    const { user, system } = process.cpuUsage();
    return user + system;
}

await exchange.loadMarkets();
await until(performance.now() + warmMillis, []);
await together(warmMillis / 2);
const single = [];
let cpu = cpuMicros();
while (single.length < calls) {
    single.push(await timed());
}
const cpuEach = (cpuMicros() - cpu) / calls;
single.sort((a, b) => a - b);
const start = performance.now();
cpu = cpuMicros();
const busy = await together(busyMillis);
const seconds = (performance.now() - start) / 1000;
const busyCpu = (cpuMicros() - cpu) / busy.length;
process.stdout.write(`${JSON.stringify({
    p50: at(single, 50),
    p99: at(single, 99),
    bytes: -1,
    cpu: cpuEach,
    busyP50: at(busy, 50),
    busyP99: at(busy, 99),
    rate: busy.length / seconds,
    busyCpu,
})}\n`);
process.exit(0);
