import type { ReactNode } from "react";
import { CopyBlock } from "@/components/ui/copy-block";
import { Panel } from "@/components/ui/panel";

interface Way {
  readonly name: string;
  readonly words: ReactNode;
  readonly command: string;
}

const ways: readonly Way[] = [
  {
    name: "A profile",
    words: "Of your AWS configuration. You can also choose it on the page.",
    command: "AWS_PROFILE=security-audit AWS_REGION=eu-west-1 npm start",
  },
  {
    name: "Single sign-on",
    words:
      "Sign in with the AWS CLI, then start Weir with that profile. When the sign-in expires, do it again; Weir need not be restarted.",
    command: "aws sso login --profile security-audit",
  },
  {
    name: "A role",
    words:
      "Choose its ARN, and the external id where its trust policy asks for one, on the page or on the command line. Weir assumes it with the credentials that it has.",
    command:
      "npm run --silent weir -- audit --role-arn arn:aws:iam::111122223333:role/weir --external-id my-id --region eu-west-1",
  },
  {
    name: "LocalStack, or another emulator",
    words: (
      <>
        It needs no credentials. <code>npm run weir -- seed</code> puts the demo account&apos;s resources
        there.
      </>
    ),
    command: "AWS_ENDPOINT_URL=http://127.0.0.1:4566 AWS_REGION=us-east-1 npm start",
  },
];

/** How a process comes to credentials: they are its own, and cannot be given to it in a browser. */
export function WaysIn() {
  return (
    <Panel title="How Weir gets credentials">
      <p className="max-w-[80ch]">
        As every AWS tool does, from where it runs: environment variables, a profile, single sign-on, or the
        role of a container or machine. They cannot be typed in here, never reach the browser, and are never
        stored.
      </p>
      <dl className="mt-4 grid gap-4">
        {ways.map(({ name, words, command }) => (
          <div
            key={name}
            className="grid min-w-0 gap-x-5 gap-y-1 rail:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <dt className="font-medium rail:col-span-2">{name}</dt>
            <dd className="text-muted">{words}</dd>
            <dd className="min-w-0">
              <CopyBlock text={command} label={`Command for ${name}`} wrap />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
