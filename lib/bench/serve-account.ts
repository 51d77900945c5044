import { startWireServer } from "@/lib/demo/wire/start-wire-server";
import { servedAccount, servedAccountSchema } from "./served-account";

/**
 * Run in a process of its own: serves an account of so many streams at AWS's rates times a factor, and prints its
 * address. Ends with its input.
 */
const [plan = "", speed = "1"] = process.argv.slice(2);
const account = servedAccount(servedAccountSchema.parse(JSON.parse(plan)));
const server = await startWireServer(account, { quotas: { speed: Number(speed) } });
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
process.stdin.once("end", () => void server.close());
