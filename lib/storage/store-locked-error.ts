/** Another process has the data folder open; two at once would lose what one of them wrote. */
export class StoreLockedError extends Error {
  override readonly name = "StoreLockedError";
  readonly dataDir: string;
  readonly pid: number | undefined;

  constructor(dataDir: string, pid: number | undefined) {
    super(
      `The data folder ${dataDir} is open in ${pid === undefined ? "another process" : `process ${pid}`}. Stop that process, or choose another folder with WEIR_DATA_DIR.`,
    );
    this.dataDir = dataDir;
    this.pid = pid;
  }
}
