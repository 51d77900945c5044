import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: { "@": root },
    // `server-only` throws unless the bundler says that this is a server.
    conditions: ["react-server", "node", "import", "default"],
  },
  ssr: { resolve: { conditions: ["react-server", "node", "import", "default"] } },
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts", "components/**/*.test.tsx", "app/**/*.test.ts"],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true", TZ: "UTC" },
    server: { deps: { inline: ["server-only"] } },
    // Much of it waits for processes and sockets: left to itself, vitest runs one file at a time on two cores.
    maxWorkers: "100%",
    testTimeout: 20_000,
    coverage: {
      provider: "v8",
      include: ["lib/iam/**", "lib/checks/**", "lib/scoring/**", "lib/reports/**"],
      exclude: ["**/*.test.ts", "**/test-*.ts", "**/build-*.ts"],
      thresholds: { branches: 100 },
    },
  },
});
