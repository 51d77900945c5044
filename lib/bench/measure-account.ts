import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { benchmarkPlan } from "./benchmark-plan";
import { randomAccount } from "./random-account";

/**
 * Run in a process of its own, so that the memory is that of one account: prints what it took to answer all
 * triples of a random account, from the policies' texts to the checksum of the answers.
 */
const [streams = 0, principals = 0] = process.argv.slice(2).map(Number);

// Other accounts first, so that the code is compiled when the clock starts.
for (const seed of [1, 2, 3])
  buildAccessIndex(randomAccount(benchmarkPlan(seed, { streams: 300, principals: 300 }))).checksum();
const input = randomAccount(benchmarkPlan(7, { streams, principals }));

const before = process.cpuUsage();
const index = buildAccessIndex(input);
const checksum = index.checksum();
const { user, system } = process.cpuUsage(before);

const cpuSeconds = (user + system) / 1e6;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ cpuSeconds, peakMegabytes, checksum }));
