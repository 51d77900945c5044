import type { Target } from "@/components/links";
import { quietButton, textField } from "@/components/ui/button-classes";

interface RoleFormProps {
  /** The page itself, with what its address keeps beside the options. */
  readonly target: Target;
  readonly chosen: {
    readonly share: boolean;
    readonly regionWide: boolean;
    readonly reader: string;
    readonly fanOut: boolean;
    readonly application?: string;
    readonly requireTls: boolean;
    readonly vpcEndpointIds: readonly string[];
  };
  readonly others: readonly string[];
}

const readerWords = {
  shards: "By shard, with the SDK",
  kcl: "With the Kinesis Client Library",
  lambda: "A Lambda function",
  firehose: "Amazon Data Firehose",
} as const;

/** What the policies are for; the choice stands in the address, and works without scripts. */
export function RoleForm({ target, chosen, others }: RoleFormProps) {
  return (
    <form action={target.pathname} className="grid gap-4">
      {Object.entries(target.query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid items-start gap-4 rail:grid-cols-2">
        <label className="grid gap-1 text-sm font-medium">
          Records are read
          <select name="reader" defaultValue={chosen.reader} className={textField}>
            {Object.entries(readerWords).map(([reader, words]) => (
              <option key={reader} value={reader}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <Text name="application" label="Application, for the tables of KCL" value={chosen.application} />
        <Text
          name="vpce"
          label="Records through these VPC endpoints alone"
          value={chosen.vpcEndpointIds.join(", ")}
          placeholder="vpce-…"
        />
        <Text name="with" label="Further streams of this Region, by name" value={others.join(", ")} />
      </div>
      <fieldset className="grid gap-2 rail:grid-cols-2">
        <legend className="sr-only">What is allowed beside</legend>
        <Choice name="fanout" label="Consumers read by enhanced fan-out" chosen={chosen.fanOut} />
        <Choice name="tls" label="Refuse requests without TLS" chosen={chosen.requireTls} />
        <Choice name="share" label="Administrators may share the stream" chosen={chosen.share} />
        <Choice
          name="wide"
          label="Also actions that AWS accepts on every stream of the Region only"
          chosen={chosen.regionWide}
        />
      </fieldset>
      <p>
        <button type="submit" className={quietButton}>
          Write the policies
        </button>
      </p>
    </form>
  );
}

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly placeholder?: string;
}

function Text({ name, label, value, placeholder }: TextProps) {
  return (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <input
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        className={textField}
      />
    </label>
  );
}

function Choice({
  name,
  label,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: boolean;
}) {
  return (
    <label className="flex items-start gap-2">
      <input type="checkbox" name={name} defaultChecked={chosen} className="mt-0.5 size-4" />
      {label}
    </label>
  );
}
