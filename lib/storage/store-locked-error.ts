/** Another process has the data folder open; two at once would lose what one of them wrote. */
export class StoreLockedError extends Error {
  override readonly name = "StoreLockedError";
  readonly pid: number;
  readonly dataDir: string;

  constructor(dataDir: string, pid: number) {
    super(
      `The data folder ${dataDir} is open in process ${pid}. Stop that process, or choose another folder with WEIR_DATA_DIR.`,
    );
    this.pid = pid;
    this.dataDir = dataDir;
  }
}
