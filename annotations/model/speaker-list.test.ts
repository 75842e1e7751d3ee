import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { annotationsOf, mark, projectOf, speaker, tag } from "../testing/project.ts";
import { SourceId } from "./id.ts";
import type { Project } from "./project.ts";
import type { Speaker } from "./speaker.ts";
import { type ListedSpeaker, quotedNames, speakerList } from "./speaker-list.ts";

const ferry = article("The [ferry] sank.");
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1 });
const market = article("The [market] closed.", { id: knownId(SourceId, 3), order: 2, removed: true });

let made = 0;
const quoting = (name: string, voice: "own" | "quoted-direct" = "quoted-direct") =>
  tag(++made, 1, "supports", { voice, speaker: name });

function projectWith(speakers?: readonly Speaker[]): Project {
  return frozen(
    projectOf(
      [ferry.source, bridge.source, market.source],
      [
        annotationsOf(1, {
          marks: [
            mark(1, ferry, quoting("the ministry"), quoting("Omar")),
            mark(2, ferry, quoting("The Ministry ")),
            mark(3, bridge, quoting("MoD"), quoting("Aïda", "own"), quoting(" ")),
            mark(4, market, quoting("Kofi")),
          ],
        }),
        annotationsOf(2, { marks: [mark(5, bridge, quoting("the ministry"), quoting("MOD"))] }),
      ],
      speakers ? { speakers } : {},
    ),
  );
}

const listOf = (project: Project) => speakerList(project, quotedNames(project));
const shown = ({ name, aliases, quoted }: ListedSpeaker) =>
  [name, aliases.join("/"), quoted.marks.size, quoted.sources.size].join(" ");

describe("speakerList", () => {
  it("has everybody whom tags quote in an article in view, by all analysts, though nothing was listed", () => {
    expect(listOf(projectWith()).map(shown)).toEqual(["MoD  2 1", "Omar  1 1", "the ministry  3 2"]);
  });

  it("counts a mark once that quotes one speaker under two names, and lists whom no tag names", () => {
    const ministry = speaker(1, "Ministry of Defence", "mod", "the ministry");
    expect(listOf(projectWith([ministry, speaker(2, "Zoë")])).map(shown)).toEqual([
      "Ministry of Defence mod/the ministry 4 2",
      "Omar  1 1",
      "Zoë  0 0",
    ]);
  });

  it("shows two entries of one name, made elsewhere, as one, and no alias that leads to somebody else", () => {
    const list = listOf(
      projectWith([speaker(1, "MoD", "Omar"), speaker(2, "mod", "the ministry"), speaker(3, "Omar")]),
    );
    expect(list.map(shown)).toEqual(["MoD the ministry 4 2", "Omar  1 1"]);
    expect(list[0]?.entries).toHaveLength(2);
  });

  it("has each name in exactly one entry, whatever the list", () => {
    const names = fc.constantFrom("Omar", "the ministry", "MoD", "Ministry", "mod");
    const speakers = fc.array(
      fc.tuple(fc.nat(5), names, fc.array(names, { maxLength: 3 })).map(([n, name, more]) => speaker(n, name, ...more)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(speakers, (entries) => {
        const project = projectWith(entries);
        const list = listOf(project);
        const marks = list.map(({ quoted }) => quoted.marks.size).reduce((sum, count) => sum + count, 0);
        expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
        expect(new Set(list.flatMap(({ quoted }) => [...quoted.marks])).size).toBe(4);
        expect(marks).toBeLessThanOrEqual(6);
        expect(list.flatMap((one) => one.entries)).toHaveLength(entries.length);
      }),
    );
  });
});
