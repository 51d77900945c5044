import type { KeyFacts } from "../account-facts";
import { buildKey, delegateToAccount, yearly } from "./build-key";
import { usEast1 } from "./identifiers";
import { usKeyIds } from "./key-ids";
import { minified } from "./policy-document";

/** Keys of the account that encrypt no stream. */
export function otherUsKeys(): KeyFacts[] {
  return [
    buildKey({
      region: usEast1,
      keyId: usKeyIds.dataLake,
      createdOn: "2021-02-11",
      description: "Data lake buckets",
      rotation: yearly,
      policy: minified(delegateToAccount),
    }),
    buildKey({
      region: usEast1,
      keyId: usKeyIds.releaseSigning,
      createdOn: "2023-01-09",
      description: "Release signing",
      rotation: "unsupported",
      policy: minified(delegateToAccount),
      metadata: {
        KeyUsage: "SIGN_VERIFY",
        KeySpec: "RSA_3072",
        CustomerMasterKeySpec: "RSA_3072",
        EncryptionAlgorithms: [],
        SigningAlgorithms: ["RSASSA_PSS_SHA_256"],
      },
    }),
  ];
}
