import { defaultSettings } from "@/lib/model/settings";
import { buildReport } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";
import { largeSnapshot } from "./large-snapshot";

/** Run in a process of its own, so that the memory is that of one report: prints what it took to judge a snapshot. */
const [streams = 0] = process.argv.slice(2).map(Number);
const options = { settings: defaultSettings, set: "full", hash: sha256 } as const;
buildReport({ snapshot: largeSnapshot(100), ...options });
const snapshot = largeSnapshot(streams);

const before = process.cpuUsage();
const report = buildReport({ snapshot, ...options });
const { user, system } = process.cpuUsage(before);

const cpuSeconds = (user + system) / 1e6;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
if (report.streams.length !== streams) throw new Error("streams are missing in the report");
process.stdout.write(JSON.stringify({ cpuSeconds, peakMegabytes }));
