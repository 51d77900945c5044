// @ts-check
// `npm start` and, with --demo, `npm run demo`.
import { chooseAddress } from "./address.mjs";
import { serve } from "./serve.mjs";
import { setup } from "./setup.mjs";
import { runMain } from "./stopped.mjs";

const demo = process.argv.includes("--demo");
const temporary = process.argv.includes("--temporary");

await runMain(async () => {
  await chooseAddress(process.env); // a taken port is said before a minute of installing, not after it
  await setup();
  const address = await chooseAddress(process.env);
  return serve(address, { demo, temporary }, () => {
    console.log(`Weir${demo ? " (demo account)" : ""} is ready on ${address.url}`);
  });
});
