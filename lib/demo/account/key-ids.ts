export const usKeyIds = {
  orders: "5d0a2f0e-7c1b-4c62-9a55-0c1f7be0a411",
  fraud: "8f3b6c1d-22e4-4f0b-8a6e-b1d20c9e7f52",
  audit: "c7e94a10-5b3d-4d8f-92c6-3e8a1f60d7b3",
  inventory: "19b7d3e2-90fa-4a2c-b7d5-64c8e1f3a094",
  search: "mrk-6a1c9e0d4b7f4325a8d2f0c3b5e79146",
  sharedData: "2c4e8f61-3a9d-47b0-85e1-9d7f0b2c6a35",
  awsKinesis: "e0b1c2d3-4f5a-4678-9abc-def012345676",
  dataLake: "74d9e5a8-6c20-4b3f-a1e7-58f2c0d9b637",
  releaseSigning: "a3f5c7e9-1b2d-4e6f-8091-a2b3c4d5e6f8",
} as const;

export const euKeyIds = {
  paymentsLedger: "b8c2d4e6-0f1a-4b3c-8d5e-6f7a8b9c0d1e",
  customerProfile: "3e7f9a1b-5c2d-4e8f-a06b-7c8d9e0f1a2b",
  awsKinesis: "f1e2d3c4-b5a6-4978-8b9c-0d1e2f3a4b5c",
} as const;

/** A key of the analytics account, which alone can say what its policy is. */
export const foreignKeyId = "d6f8a0b2-c4e6-4810-9a2b-4c6d8e0f1a2c";
