import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalystId, MarkId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Project } from "../model/project.ts";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import type { Command } from "./command.ts";
import { EMPTY_HISTORY, type History, remember, stepBack } from "./history.ts";
import { bounded, fitting } from "./kept-history.ts";
import { applyAll, type Step, stepFrom } from "./step.ts";

const made = { analyst: knownId(AnalystId, 1), at: AT };
const text = article("[One two] three");
const start = projectOf([text.source], [annotationsOf(1, { claims: [claim(1)] })]);

function adding(n: number): Command {
  return { kind: "add-mark", ...made, mark: mark(n, text, tag(n, 1, "supports")) };
}

/** Steps done one after another, and the project that they lead to. */
function worked(steps: readonly (readonly Command[])[]): { readonly project: Project; readonly history: History } {
  let project = start;
  let history = EMPTY_HISTORY;
  for (const [i, commands] of steps.entries()) {
    const step = stepFrom(project, `step ${i}`, commands);
    project = applyAll(project, step.done);
    history = remember(history, step);
  }
  return { project, history };
}

const marking = [[adding(1)], [adding(2)], [adding(3)]];

function without(project: Project, n: number): Project {
  const id = knownId(MarkId, n);
  return withMarks(project, (marks) => marks.filter((one) => one.id !== id));
}

function withMarks(project: Project, change: (marks: readonly Mark[]) => readonly Mark[]): Project {
  return { ...project, sets: project.sets.map((set) => ({ ...set, marks: change(set.marks) })) };
}

describe("fitting", () => {
  it("keeps all steps of the project that they were made in, undone ones too", () => {
    const { project, history } = worked(marking);
    expect(fitting(project, history)).toEqual(history);
    const last = history.done.at(-1);
    const back = stepBack(history);
    expect(fitting(applyAll(project, last?.inverse ?? []), back)).toEqual(back);
  });

  it("drops the step whose mark is gone, and all before it", () => {
    const { project, history } = worked(marking);
    expect(fitting(without(project, 2), history).done.map(({ name }) => name)).toEqual(["step 2"]);
    expect(fitting(without(project, 3), history)).toEqual(EMPTY_HISTORY);
  });

  it("drops a step whose mark says something else by now: taking it back would take that along", () => {
    const { project, history } = worked([[adding(1)]]);
    const changed = withMarks(project, (marks) => marks.map((one) => ({ ...one, tags: [] })));
    expect(fitting(changed, history)).toEqual(EMPTY_HISTORY);
  });

  it("keeps nothing in another project", () => {
    expect(fitting(projectOf([], []), worked(marking).history)).toEqual(EMPTY_HISTORY);
  });

  it("never keeps a step that cannot be undone and done again, whatever was changed meanwhile", () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4, 5]), fc.integer({ min: 0, max: 5 }), (gone, undone) => {
        const { project, history } = worked([[adding(1)], [adding(2)], [adding(3)], [adding(4)], [adding(5)]]);
        let stepped = history;
        let reached = project;
        for (let i = 0; i < undone; i++) {
          reached = applyAll(reached, stepped.done.at(-1)?.inverse ?? []);
          stepped = stepBack(stepped);
        }
        const changed = gone.reduce(without, reached);
        const kept = fitting(changed, stepped);
        const began = kept.done.reduceRight((at: Project, step) => applyAll(at, step.inverse), changed);
        expect(kept.done.reduce((at: Project, step) => applyAll(at, step.done), began)).toEqual(changed);
        const ended = kept.undone.reduceRight((at: Project, step) => applyAll(at, step.done), changed);
        expect(kept.undone.reduce((at: Project, step) => applyAll(at, step.inverse), ended)).toEqual(changed);
      }),
    );
  });
});

describe("bounded", () => {
  const { history } = worked(marking);
  const sizeOf = (step: Step | undefined) => JSON.stringify(step).length;

  it("is the same where there is room", () => {
    expect(bounded(history)).toEqual(history);
  });

  it("forgets what was done longest ago", () => {
    expect(bounded(history, { steps: 2, size: 1_000_000 }).done).toEqual(history.done.slice(1));
    const size = sizeOf(history.done[2]) + sizeOf(history.done[1]);
    expect(bounded(history, { steps: 200, size }).done).toEqual(history.done.slice(1));
    expect(bounded(history, { steps: 200, size: size - 1 }).done).toEqual(history.done.slice(2));
  });

  it("forgets what would be redone last", () => {
    const back = stepBack(stepBack(history));
    const size = sizeOf(back.done[0]) + sizeOf(back.undone[1]);
    expect(bounded(back, { steps: 200, size }).undone).toEqual(back.undone.slice(1));
  });
});
