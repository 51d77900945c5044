import { Apart, ApartNames } from "@/components/duties/apart";
import { DutyMatrix, type CellPlace, type MatrixLinks } from "@/components/duties/duty-matrix";
import type { Who } from "@/components/duties/who-rows";
import { countOf } from "@/lib/format/count-of";
import type { ReportStream } from "@/lib/model/report";

interface StandApartProps {
  readonly who: Who;
  readonly stream: Pick<ReportStream, "accountId" | "region">;
  readonly chosen: CellPlace | undefined;
  readonly links: MatrixLinks;
}

/** Those whom a row would only repeat on every stream. */
export function StandApart({ who, stream, chosen, links }: StandApartProps) {
  const { unread, streamAdministrators, accountAdministrators } = who;
  const holds = (rows: Who["unread"]) => rows.some(({ arn }) => arn === chosen?.principal);
  return (
    <>
      {unread.length > 0 && (
        <Apart
          open={holds(unread)}
          title={
            <span className="text-unknown">
              {countOf(unread.length, "principal")} whose policies could not be read may hold anything
            </span>
          }
        >
          <DutyMatrix
            caption="Principals whose policies could not be read"
            rows={unread}
            chosen={chosen}
            links={links}
          />
        </Apart>
      )}
      {streamAdministrators.length > 0 && (
        <Apart
          open={holds(streamAdministrators)}
          title={`${countOf(streamAdministrators.length, "stream administrator")}, who administer, write and read every stream of ${stream.region}`}
        >
          <DutyMatrix
            caption="Stream administrators"
            rows={streamAdministrators}
            chosen={chosen}
            links={links}
          />
        </Apart>
      )}
      {accountAdministrators.length > 0 && (
        <Apart
          title={`${countOf(accountAdministrators.length, "account administrator")}, and the root user, who can do everything in the account`}
        >
          <ApartNames arns={accountAdministrators} accountId={stream.accountId} links={links} />
        </Apart>
      )}
    </>
  );
}
