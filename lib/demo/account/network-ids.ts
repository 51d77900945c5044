export const endpointIds = {
  euKinesis: "vpce-0a4c6e8f1b3d5e7f9",
  coreKinesis: "vpce-0b2d4f6a8c0e1f3a5",
  coreKinesisFips: "vpce-0c3e5a7b9d1f2a4b6",
  coreFirehose: "vpce-0d4f6b8c0e2a3b5c7",
  coreS3: "vpce-0e5a7c9d1f3b4c6d8",
  analyticsKinesis: "vpce-0f6b8d0e2a4c5d7e9",
} as const;

export const vpcIds = {
  payments: "vpc-0a1b2c3d4e5f60718",
  core: "vpc-0b2c3d4e5f6071829",
  analytics: "vpc-0c3d4e5f60718293a",
  sandbox: "vpc-0d4e5f60718293a4b",
} as const;

export const subnetIds = {
  paymentsA: "subnet-0a11b22c33d44e551",
  paymentsB: "subnet-0a11b22c33d44e552",
  coreA: "subnet-0b22c33d44e55f661",
  coreB: "subnet-0b22c33d44e55f662",
  corePublic: "subnet-0b22c33d44e55f663",
  analyticsA: "subnet-0c33d44e55f660771",
  analyticsB: "subnet-0c33d44e55f660772",
  sandboxA: "subnet-0d44e55f660771881",
} as const;

export const securityGroupIds = {
  paymentsEndpoint: "sg-0a1a2a3a4a5a6a7a1",
  paymentsTasks: "sg-0a1a2a3a4a5a6a7a2",
  coreEndpoint: "sg-0b1b2b3b4b5b6b7b1",
  coreDefault: "sg-0b1b2b3b4b5b6b7b2",
  analyticsEndpoint: "sg-0c1c2c3c4c5c6c7c1",
  sandboxDefault: "sg-0d1d2d3d4d5d6d7d1",
} as const;

export const prefixListId = "pl-0123abcd4567ef890";
