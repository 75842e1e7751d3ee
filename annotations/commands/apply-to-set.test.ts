import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalystId, ClaimId, MarkId, SourceId, TagId } from "../model/id.ts";
import { Project } from "../model/project.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { apply } from "./apply.ts";
import type { Command, SimpleCommand } from "./command.ts";
import { invert } from "./invert.ts";
import { Refusal } from "./refusal.ts";

const words = article("[One] [two] [three] [four] [five]");
const made = { analyst: knownId(AnalystId, 1), at: AT };
const first = annotationsOf(1, { claims: [claim(1)], marks: [markOn(8, 1), markOn(9, 3)] });
const second = annotationsOf(2, { claims: [claim(3)], marks: [markOn(7, 1)] });
const project = frozen(projectOf([words.source], [first, second]));

function markOn(n: number, word: number, claimNumber = 1) {
  return mark(n, { source: words.source, ranges: words.ranges.slice(word, word + 1) }, tag(n, claimNumber, "supports"));
}

const number = fc.integer({ min: 1, max: 9 });
const claimNumber = fc.constantFrom(1, 1, 1, 1, 2, 3);
const command: fc.Arbitrary<SimpleCommand> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(number, fc.nat(4), claimNumber)
        .map((from) => ({ kind: "add-mark" as const, mark: markOn(...from) })),
    },
    { weight: 3, arbitrary: number.map((n) => ({ kind: "remove-mark" as const, markId: knownId(MarkId, n) })) },
    fc.tuple(number, fc.nat(4)).map(([n, word]) => ({
      kind: "put-ranges" as const,
      ...{ markId: knownId(MarkId, n), ranges: words.ranges.slice(word, word + 1) },
    })),
    fc.tuple(number, number, claimNumber).map(([on, n, of]) => ({
      kind: "put-tag" as const,
      ...{ markId: knownId(MarkId, on), index: 0, tag: tag(n, of, "mixed") },
    })),
    fc.tuple(number, number).map(([on, n]) => ({
      kind: "remove-tag" as const,
      ...{ markId: knownId(MarkId, on), tagId: knownId(TagId, n) },
    })),
    claimNumber.map((n) => ({ kind: "put-claim" as const, claim: claim(n) })),
    claimNumber.map((n) => ({ kind: "drop-claim" as const, claimId: knownId(ClaimId, n) })),
    fc.tuple(claimNumber, fc.constantFrom("not-mentioned" as const, "not-reviewed" as const)).map(([n, state]) => ({
      kind: "set-cell" as const,
      ...{ claimId: knownId(ClaimId, n), sourceId: knownId(SourceId, 1), state },
    })),
  )
  .map((change) => ({ ...made, ...change }));

/** The project after the commands, or why one was refused. */
function outcome(from: Project, commands: readonly Command[]): Project | string {
  try {
    return frozen(commands.reduce(apply, from));
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

describe("applyToSet", () => {
  it("gives in a batch what the same commands give one after the other, a refusal included", () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 6 }), (commands) => {
        const alone = outcome(project, commands);
        expect(outcome(project, [{ kind: "batch", ...made, commands }])).toEqual(alone);
        outcomes.add(typeof alone === "string" ? alone : "carried out");
      }),
      { numRuns: 2_000, seed: 1 },
    );
    expect([...outcomes].sort()).toEqual([
      "Another mark of the annotation set has a tag with this id.",
      "The claim is not in the project.",
      "The claim is still in use.",
      "This claim is not in the annotation set.",
      "This mark is already in the annotation set.",
      "This mark is not in the annotation set.",
      "This tag is not in the annotation set.",
      "carried out",
    ]);
  });

  it("gives on any former project what it gives on a copy that it has never met, and so does invert", () => {
    const steps = fc.array(fc.record({ from: fc.nat(), commands: fc.array(command, { minLength: 1, maxLength: 3 }) }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(steps, (history) => {
        const reached: Project[] = [project];
        for (const { from, commands } of history) {
          const batch: Command = { kind: "batch", ...made, commands };
          const before = reached[from % reached.length] ?? project;
          const copy = Project.parse(before);
          const after = outcome(before, [batch]);
          expect(after).toEqual(outcome(copy, [batch]));
          if (typeof after === "string") continue;
          expect(invert(before, batch)).toEqual(invert(copy, batch));
          reached.push(after);
        }
      }),
    );
  });

  it("keeps sets apart that share their empty lists", () => {
    const none: readonly never[] = frozen([]);
    const sets = [1, 2].map((n) => annotationsOf(n, { claims: none, marks: none, cells: none }));
    const shared = projectOf([words.source], sets);
    const after = apply(shared, { kind: "put-claim", ...made, claim: claim(1) });
    expect(after).toEqual({ ...shared, sets: [{ ...sets[0], claims: [claim(1)] }, sets[1]] });
    expect(apply(after, { kind: "drop-claim", ...made, claimId: knownId(ClaimId, 1) })).toEqual(shared);
  });
});
