import { placeWords } from "@/lib/format/account-words";
import { formatCount } from "@/lib/format/count-of";
import type { CallCount } from "@/lib/model/snapshot";

/** Which calls a scan made, how often, and within which part of the account's quota. */
export function CallTable({ calls }: { readonly calls: readonly CallCount[] }) {
  return (
    <table className="rows">
      <caption className="sr-only">Calls of this scan</caption>
      <thead>
        <tr>
          <th scope="col">Operation</th>
          <th scope="col">Region</th>
          <th scope="col">Calls</th>
          <th scope="col">Throttled</th>
          <th scope="col">Share of the quota</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ operation, count, throttled, share, ...place }) => (
          <tr key={`${operation} ${placeWords(place)}`}>
            <th scope="row">
              <code>{operation}</code>
            </th>
            <td>{placeWords(place)}</td>
            <td data-label="Calls">{formatCount(count)}</td>
            <td className="wide-only">{formatCount(throttled)}</td>
            <td className="wide-only">{share >= 1 ? "not limited" : `${Math.round(share * 100)} %`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
