/** A suite of CSV files with what they hold as JSON. */
declare module "csv-spectrum" {
  namespace spectrum {
    interface Sample {
      readonly name: string;
      readonly csv: { toString(): string };
      readonly json: { toString(): string };
    }
  }

  function spectrum(done: (error: unknown, samples: readonly spectrum.Sample[]) => void): void;
  export default spectrum;
}
