/** What is used here of Papa Parse, whose published types would bring those of Node and of browsers into the domain. */
declare module "papaparse" {
  interface Step {
    readonly data: string[];
    readonly errors: readonly { readonly code: string; readonly message: string }[];
  }

  interface Handle {
    abort(): void;
  }

  interface Settings {
    readonly delimiter: string;
    readonly newline: "\n" | "\r\n" | "\r";
    /** Never taken: it splits the whole text at once. */
    readonly fastMode: false;
    /** Gets one record after the other, at once. */
    readonly step: (step: Step, handle: Handle) => void;
  }

  const papa: { readonly parse: (text: string, settings: Settings) => void };
  export default papa;
}
