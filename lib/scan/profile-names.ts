import "server-only";
import { loadSharedConfigFiles } from "@smithy/core/config";

/** More are a list that nobody reads. */
const namesMax = 100;

/** The profiles of the AWS configuration files, by name; what else stands there stays there. */
export async function loadProfileNames(): Promise<readonly string[]> {
  try {
    const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
    const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
    // `[sso-session x]` and `[services x]` stand among them, with the kind before the name.
    return [...names].filter((name) => !/^(?:sso-session|services)\./.test(name)).slice(0, namesMax);
  } catch {
    // No file, or none that can be read: a profile can be typed.
    return [];
  }
}
