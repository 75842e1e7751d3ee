import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalystId, SourceId } from "../model/id.ts";
import type { Project } from "../model/project.ts";
import { type ListedSpeaker, quotedNames, speakerList } from "../model/speaker-list.ts";
import { projectName } from "../model/speaker-names.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, mark, projectOf, speaker, tag } from "../testing/project.ts";
import type { Command } from "./command.ts";
import { addAlias, mergeSpeakers, removeSpeaker, renameSpeaker, separateAlias } from "./speaker-surgery.ts";
import { applyAll, stepFrom } from "./step.ts";

const stamp = { analyst: knownId(AnalystId, 1), at: AT };
const NAMES = ["the ministry", "MoD", "Omar"];

const start: Project = frozen(
  projectOf(
    NAMES.map((_, i) => article("So [it] was.", { id: knownId(SourceId, i + 1) }).source),
    [
      annotationsOf(1, {
        marks: NAMES.map((name, i) => {
          const place = article("So [it] was.", { id: knownId(SourceId, i + 1) });
          return mark(i + 1, place, tag(i + 1, 1, "supports", { voice: "quoted-direct", speaker: name }));
        }),
      }),
    ],
  ),
);

const listOf = (project: Project) => speakerList(project, quotedNames(project));

function called(project: Project, name: string): ListedSpeaker {
  const found = listOf(project).find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

const shown = (project: Project) =>
  listOf(project).map(({ name, aliases, quoted }) => `${name} (${aliases.join(", ")}) ${quoted.marks.size}`);

describe("speaker surgery", () => {
  it("renames a speaker and keeps the former name as an alias, so that no tag loses its speaker", () => {
    const after = applyAll(start, renameSpeaker(called(start, "the ministry"), " Ministry of Defence ", stamp));
    expect(shown(after)).toEqual(["Ministry of Defence (the ministry) 1", "MoD () 1", "Omar () 1"]);
    const back = applyAll(after, renameSpeaker(called(after, "Ministry of Defence"), "the ministry", stamp));
    expect(shown(back)).toEqual(["MoD () 1", "Omar () 1", "the ministry (Ministry of Defence) 1"]);
    const spelt = applyAll(start, renameSpeaker(called(start, "the ministry"), "The Ministry", stamp));
    expect(shown(spelt)[2]).toBe("The Ministry () 1");
  });

  it("merges two speakers and all their names, and leaves every tag as it is", () => {
    const named = applyAll(start, addAlias(called(start, "MoD"), "the army", stamp));
    const after = applyAll(named, mergeSpeakers(called(named, "MoD"), called(named, "the ministry"), stamp));
    expect(shown(after)).toEqual(["Omar () 1", "the ministry (MoD, the army) 2"]);
    expect(after.sets).toBe(start.sets);
    expect(after.file.speakers).toHaveLength(1);
  });

  it("takes an alias apart again", () => {
    const merged = applyAll(start, mergeSpeakers(called(start, "MoD"), called(start, "the ministry"), stamp));
    const after = applyAll(merged, separateAlias(called(merged, "the ministry"), "mod", stamp));
    expect(shown(after)).toEqual(shown(start));
  });

  it("makes one entry of those that have one name, and takes all of them away", () => {
    const twice = frozen({
      ...start,
      file: { ...start.file, speakers: [speaker(1, "Omar", "O."), speaker(2, "OMAR")] },
    });
    const after = applyAll(twice, addAlias(called(twice, "Omar"), "Jatta", stamp));
    expect(after.file.speakers).toEqual([speaker(1, "Omar", "O.", "Jatta")]);
    expect(applyAll(twice, removeSpeaker(called(twice, "Omar"), stamp))).toStrictEqual(start);
  });

  it("is undone to the very same project, whatever was done before, and never leaves a tag without its speaker", () => {
    const names = fc.constantFrom(...NAMES, "Ministry", "the army", "OMAR");
    const acts = fc.array(
      fc.tuple(fc.constantFrom("rename", "alias", "separate", "merge"), fc.nat(9), fc.nat(9), names),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(acts, (sequence) => {
        let project = start;
        for (const [act, first, second, name] of sequence) {
          const list = listOf(project);
          const [one, other] = [list[first % list.length], list[second % list.length]];
          if (!one || !other || one === other) continue;
          const step = stepFrom(project, act, commandsOf(act, one, other, name));
          const after = frozen(applyAll(project, step.done));
          expect(applyAll(after, step.inverse)).toStrictEqual(project);
          project = after;
        }
        const known = listOf(project).map((one) => one.name);
        for (const name of NAMES) expect(known).toContain(projectName(project.file.speakers, name));
        expect(listOf(project).flatMap(({ quoted }) => [...quoted.marks])).toHaveLength(NAMES.length);
      }),
    );
  });
});

function commandsOf(
  act: "rename" | "alias" | "separate" | "merge",
  one: ListedSpeaker,
  other: ListedSpeaker,
  name: string,
): readonly Command[] {
  switch (act) {
    case "rename":
      return renameSpeaker(one, name, stamp);
    case "alias":
      return addAlias(one, name, stamp);
    case "separate":
      return separateAlias(one, one.aliases[0] ?? "", stamp);
    case "merge":
      return mergeSpeakers(other, one, stamp);
    default:
      return act satisfies never;
  }
}
