/** What is used of pdfmake 0.3, which has no types of its own. */
declare module "pdfmake/js/Printer.js" {
  interface PdfDocument extends AsyncIterable<Uint8Array> {
    end(): void;
  }
  interface VirtualFiles {
    existsSync(name: unknown): boolean;
    readFileSync(name: string): Uint8Array | ArrayBuffer | undefined;
  }
  interface UrlResolver {
    resolve(url: unknown): void;
    resolved(): Promise<unknown>;
  }
  class Printer {
    constructor(
      fonts: Readonly<Record<string, Readonly<Record<string, string>>>>,
      files: VirtualFiles,
      urls: UrlResolver,
      mayRead: (path: string) => boolean,
    );
    createPdfKitDocument(definition: object): Promise<PdfDocument>;
  }
  /** Loaders differ in whether they unwrap what a CommonJS module calls its default. */
  const exported: typeof Printer | { readonly default: typeof Printer };
  export default exported;
}
