import type { Go } from "@/components/links";
import { ObservedValue } from "@/components/status/observed-value";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyArn } from "@/components/ui/copy-arn";
import { Panel } from "@/components/ui/panel";
import { Facts } from "@/components/ui/facts";
import { ofEarlier, type Earlier } from "@/lib/model/earlier";
import { policyId } from "@/lib/model/policy-id";
import type { ReportStream, StreamFacts } from "@/lib/model/report";
import type { Consumer } from "@/lib/model/stream";

interface StreamDataProps {
  readonly stream: ReportStream;
  readonly earlier: Earlier<StreamFacts> | undefined;
  readonly go: Go;
}

/** Where a stream's records go, who registered to read them, and what its owner wrote on it. */
export function StreamData({ stream: { arn, facts }, earlier, go }: StreamDataProps) {
  return (
    <div className="grid gap-5 rail:grid-cols-2">
      <Panel title="Stream">
        <Facts
          facts={[
            {
              name: "Status",
              value: (
                <ObservedValue of={facts.status} earlier={ofEarlier(earlier, (was) => was.status)}>
                  {(value) => value}
                </ObservedValue>
              ),
            },
            {
              name: "Channels",
              value: (
                <ObservedValue of={facts.channels} earlier={ofEarlier(earlier, (was) => was.channels)}>
                  {(value) => value}
                </ObservedValue>
              ),
            },
            {
              name: "Resource policy",
              value: (
                <ObservedValue
                  of={facts.resourcePolicy}
                  earlier={ofEarlier(earlier, (was) => was.resourcePolicy)}
                >
                  {(has) => <PolicyOrNone has={has} arn={arn} go={go} />}
                </ObservedValue>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title="Tags">
        <ObservedValue of={facts.tags} earlier={ofEarlier(earlier, (was) => was.tags)}>
          {(tags) => <Tags tags={tags} />}
        </ObservedValue>
      </Panel>
      <Panel title="Registered consumers">
        <ObservedValue of={facts.consumers} earlier={ofEarlier(earlier, (was) => was.consumers)}>
          {(consumers) => (
            <Consumers
              consumers={consumers}
              earlier={ofEarlier(earlier, (was) => (was.consumers.known ? was.consumers.value : undefined))}
              go={go}
            />
          )}
        </ObservedValue>
      </Panel>
    </div>
  );
}

/** A way to the document, where there is one. */
export function PolicyOrNone({
  has,
  arn,
  go,
}: {
  readonly has: boolean;
  readonly arn: string;
  readonly go: Go;
}) {
  if (!has) return "None";
  return <AppLink to={go("/policies/view", { id: policyId.resource(arn) })}>Show the document</AppLink>;
}

export function Tags({ tags }: { readonly tags: Readonly<Record<string, string>> }) {
  const entries = Object.entries(tags);
  if (entries.length === 0) return <p className="text-muted">No tags.</p>;
  return (
    <dl className="grid gap-1.5 text-sm">
      {entries.map(([key, value]) => (
        <div key={key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] gap-3">
          <dt className="text-muted">
            <AttackerText>{key}</AttackerText>
          </dt>
          <dd>
            <AttackerText>{value}</AttackerText>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ConsumersProps {
  readonly consumers: readonly Consumer[];
  readonly earlier: Earlier<readonly Consumer[]> | undefined;
  readonly go: Go;
}

function Consumers({ consumers, earlier, go }: ConsumersProps) {
  if (consumers.length === 0)
    return <p className="text-muted">None. Consumers that poll GetRecords do not register.</p>;
  return (
    <ul className="grid gap-3 text-sm">
      {consumers.map(({ arn, name, status, resourcePolicy }) => (
        <li key={arn}>
          <p className="font-medium">
            <AttackerText>{name}</AttackerText> <span className="font-normal text-muted">{status}</span>
          </p>
          <CopyArn text={arn} />
          <div className="text-muted">
            <ObservedValue
              of={resourcePolicy}
              earlier={ofEarlier(earlier, (was) => was.find((each) => each.arn === arn)?.resourcePolicy)}
            >
              {(text) =>
                text === null ? (
                  "No resource policy"
                ) : (
                  <AppLink to={go("/policies/view", { id: policyId.resource(arn) })}>Resource policy</AppLink>
                )
              }
            </ObservedValue>
          </div>
        </li>
      ))}
    </ul>
  );
}
