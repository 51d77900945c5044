/** An endpoint's policy for the account's principals and its streams, and nobody else's. */
export function ownAccountPolicy(accountId: string) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "OwnPrincipalsAndStreams",
        Effect: "Allow",
        Principal: "*",
        Action: "kinesis:*",
        Resource: "*",
        Condition: { StringEquals: { "aws:PrincipalAccount": accountId, "aws:ResourceAccount": accountId } },
      },
    ],
  };
}
