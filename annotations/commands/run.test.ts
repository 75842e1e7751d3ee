import fc from "fast-check";
import { expect, it } from "vitest";
import { AnalystId, MarkId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { apply } from "./apply.ts";
import type { Command, SimpleCommand } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { runsOf } from "./run.ts";

const words = article("[One] [two] [three] [four] [five]");
const made = { analyst: knownId(AnalystId, 1), at: AT };
const first = annotationsOf(1, { claims: [claim(1)], marks: [markOn(8, 1), markOn(9, 3)] });
const project = frozen(projectOf([words.source], [first, annotationsOf(2)]));

function markOn(n: number, word: number, claimNumber = 1) {
  return mark(n, { source: words.source, ranges: words.ranges.slice(word, word + 1) }, tag(n, claimNumber, "supports"));
}

const add = (n: number, word: number, claimNumber = 1): SimpleCommand => ({
  ...{ kind: "add-mark", ...made },
  mark: markOn(n, word, claimNumber),
});
const remove = (n: number): SimpleCommand => ({ kind: "remove-mark", ...made, markId: knownId(MarkId, n) });
const put: SimpleCommand = { kind: "put-claim", ...made, claim: claim(2) };

it("joins marks that are added, or removed, one after the other, and leaves the rest alone", () => {
  const commands = [add(1, 0), add(2, 1), put, put, remove(1), remove(2), add(1, 0)];
  expect(runsOf(commands)).toEqual([[add(1, 0), add(2, 1)], [put], [put], [remove(1), remove(2)], [add(1, 0)]]);
});

it("gives in a batch what the same commands give one after the other, a refusal included", () => {
  const number = fc.integer({ min: 1, max: 9 });
  const word = fc.integer({ min: 0, max: 4 });
  const command = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(number, word, fc.constantFrom(1, 1, 1, 1, 1, 2)).map((from) => add(...from)) },
    { weight: 3, arbitrary: number.map(remove) },
    { weight: 1, arbitrary: fc.constant(put) },
  );
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 6 }), (commands) => {
      const alone = outcome(commands);
      expect(outcome([{ kind: "batch", ...made, commands }])).toEqual(alone);
      outcomes.add(typeof alone === "string" ? alone : "carried out");
    }),
    { numRuns: 1_000, seed: 1 },
  );
  expect([...outcomes].sort()).toEqual([
    "The claim is not in the project.",
    "This mark is already in the annotation set.",
    "This mark is not in the annotation set.",
    "carried out",
  ]);
});

/** The project after the commands, or why one was refused. */
function outcome(commands: readonly Command[]) {
  try {
    return commands.reduce(apply, project);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
