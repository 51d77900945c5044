import type { SecurityGroup, SecurityGroupRule } from "@/lib/model/network";
import { AttackerText } from "@/components/ui/attacker-text";

/** What a security group lets in, a line a rule. */
export function GroupRules({ group }: { readonly group: SecurityGroup }) {
  return (
    <div>
      <p>
        <code>{group.id}</code> <AttackerText>{group.name}</AttackerText>
      </p>
      {group.inboundRules.length === 0 ? (
        <p className="text-muted">Lets nothing in.</p>
      ) : (
        <ul className="text-muted">
          {[...new Set(group.inboundRules.map(ruleWords))].map((words) => (
            <li key={words}>
              <code>{words}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** `tcp 443 from 10.0.0.0/16`. */
export function ruleWords(rule: SecurityGroupRule): string {
  const sources = [...rule.cidrBlocks, ...rule.ipv6CidrBlocks, ...rule.prefixListIds, ...rule.sourceGroupIds];
  const protocol = rule.protocol === "-1" ? "all traffic" : `${rule.protocol}${portWords(rule)}`;
  return `${protocol} from ${sources.length === 0 ? "nowhere" : sources.join(", ")}`;
}

function portWords({ fromPort, toPort }: SecurityGroupRule): string {
  if (fromPort === undefined || fromPort === -1) return "";
  return toPort === undefined || toPort === fromPort ? ` ${fromPort}` : ` ${fromPort} to ${toPort}`;
}
