import "server-only";

/** @see https://docs.aws.amazon.com/general/latest/gr/rande.html */
const awsDomains = [
  "amazonaws.com",
  "amazonaws.com.cn",
  "api.aws",
  "api.amazonwebservices.com.cn",
  "amazonaws.eu",
  "api.amazonwebservices.eu",
  "c2s.ic.gov",
  "sc2s.sgov.gov",
  "cloud.adc-e.uk",
  "csp.hci.ic.gov",
];

/** Remembers where requests really went: environment and profile can point the SDK elsewhere. */
export class Hosts {
  #customOrigin: string | undefined;

  /** The first origin asked that is not AWS's; it carries neither user name nor password. */
  get customOrigin(): string | undefined {
    return this.#customOrigin;
  }

  note({
    protocol,
    hostname,
    port,
  }: {
    protocol: string;
    hostname: string;
    port?: number | undefined;
  }): void {
    if (this.#customOrigin !== undefined || isAwsHost(hostname)) return;
    this.#customOrigin = `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`;
  }
}

function isAwsHost(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return awsDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
