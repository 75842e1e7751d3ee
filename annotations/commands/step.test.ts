import { describe, expect, it } from "vitest";
import { AnalystId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, projectOf } from "../testing/project.ts";
import type { Command } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { applyAll, stepFrom } from "./step.ts";

const project = projectOf([], []);

function rename(title: string): Command {
  return { kind: "revise-project", analyst: knownId(AnalystId, 1), at: AT, title };
}

describe("stepFrom", () => {
  it("takes several commands back in one go, each to the state that it met", () => {
    const step = stepFrom(project, "renaming", [rename("one"), rename("two")]);
    expect(step.inverse).toEqual([rename("one"), rename(project.file.title)]);
    expect(applyAll(applyAll(project, step.done), step.inverse)).toEqual(project);
  });

  it("refuses the whole step when one of its commands does not fit", () => {
    const unknown: Command = {
      kind: "remove-mark",
      analyst: knownId(AnalystId, 1),
      at: AT,
      markId: knownId(AnalystId, 9) as never,
    };
    expect(() => stepFrom(project, "both", [rename("one"), unknown])).toThrow(Refusal);
  });
});
