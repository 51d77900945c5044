import { expect, it } from "vitest";
import { exitCode, run } from "./child.mjs";

it("keeps what a program said and how it ended", async () => {
  const script = `console.log("out"); console.error("err"); process.exitCode = 3;`;
  await expect(run(process.execPath, ["--eval", script])).resolves.toMatchObject({
    code: 3,
    stdout: "out\n",
  });
});

it("switches telemetry off in every program that it starts", async () => {
  const ended = await run(process.execPath, ["--print", "process.env.NEXT_TELEMETRY_DISABLED"]);
  expect(ended.stdout).toBe("1\n");
});

it("reports a program that a signal ended as a shell would", () => {
  expect(exitCode(null, "SIGTERM")).toBe(143);
  expect(exitCode(0, null)).toBe(0);
});
