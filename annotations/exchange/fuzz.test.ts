import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "../agreement/random.ts";
import { Refusal } from "../commands/refusal.ts";
import { type InputFile, textFile } from "./input-file.ts";
import { ReadAnnotations } from "./reading/read-annotations.ts";
import { BOTH_WAYS } from "./testing/both-ways.ts";
import { damagedText } from "./testing/damaged-text.ts";
import { exchangedProject, withoutMarks } from "./testing/exchanged-project.ts";
import { carriedOut, planOf, writtenFiles } from "./testing/round-trip.ts";

declare const process: { readonly env: { readonly FUZZ_RUNS?: string } };

/** How many damaged inputs in all; `FUZZ_RUNS=100000 npx vitest run annotations/exchange/fuzz.test.ts` is the long run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);

const EACH = Math.ceil(RUNS / BOTH_WAYS.length);

/** An input with a damaged file is read within this time, in milliseconds. */
const LONGEST = 1_000;

it.each(BOTH_WAYS.map((format) => [format.id, format] as const))(
  "refuses damaged %s in a sentence, or reads what is left of it into a project that is whole",
  (_, format) => {
    const random = seededRandom(7);
    const projects = fc.sample(exchangedProject, { numRuns: 20, seed: 7 });
    const written = projects.map((project) => ({ bare: withoutMarks(project), files: writtenFiles(format, project) }));
    for (let run = 0; run < EACH; run++) {
      const one = written[run % written.length];
      if (!one) continue;
      const files = damaged(one.files, random(one.files.length), (text) => damagedText(text, random));
      const began = performance.now();
      try {
        const plan = planOf(format, files, one.bare);
        ReadAnnotations.parse(plan.read);
        carriedOut(one.bare, plan);
      } catch (error) {
        if (!(error instanceof Refusal)) throw new Error(`run ${run}: ${String(error)}`, { cause: error });
        expect(error.message).toMatch(/\S/);
      }
      expect(performance.now() - began).toBeLessThan(LONGEST);
    }
  },
  120_000 + RUNS * 20,
);

declare const performance: { now(): number };

function damaged(files: readonly InputFile[], which: number, damage: (text: string) => string): readonly InputFile[] {
  return files.map((file, i) => (i === which ? textFile(file.path, damage(file.text())) : file));
}
