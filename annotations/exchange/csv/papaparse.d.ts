/** What is used here of Papa Parse, whose published types would bring those of Node and of browsers into the domain. */
declare module "papaparse" {
  interface Parsed {
    readonly data: readonly (readonly string[])[];
    /** `row` is an index of `data`, and may lie after its end where the last row is left for later. */
    readonly errors: readonly { readonly code: string; readonly row: number }[];
    /** `cursor`: how much of the text was parsed. */
    readonly meta: { readonly cursor: number };
  }

  class Parser {
    constructor(settings: {
      readonly delimiter: string;
      readonly newline: "\n" | "\r\n" | "\r";
      readonly fastMode: false;
    });
    parse(text: string, baseIndex: number, isLastRowLeft: boolean): Parsed;
  }

  const papa: { readonly Parser: typeof Parser };
  export default papa;
}
