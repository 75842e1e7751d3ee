import { describe, expect, it } from "vitest";
import { ClaimId, SourceId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { exportRequest } from "./export-choice.ts";
import { exportFormat } from "./formats.ts";
import { exportHindrance, goingOutWords, marksByPart } from "./going-out.ts";

const ferry = article("The [ferry] sank.");
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1 });
const gone = article("[Nobody] knows.", { id: knownId(SourceId, 3), order: 2 });
const [C1, C2] = [knownId(ClaimId, 1), knownId(ClaimId, 2)];
const set = annotationsOf(1, {
  claims: [claim(1), claim(2)],
  marks: [
    mark(1, ferry, tag(1, 1, "supports"), tag(2, 1, "refutes"), tag(3, 2, "supports")),
    mark(2, bridge, tag(4, 2, "supports")),
    mark(3, bridge),
    mark(4, gone, tag(5, 1, "supports")),
  ],
});
const other = annotationsOf(2, { marks: [mark(5, ferry, tag(6, 2, "mixed"))] });
const project = frozen(projectOf([ferry.source, bridge.source, { ...gone.source, removed: true }], [set, other]));
const all = { analysts: undefined, claims: undefined, sources: undefined };
const format = (id: string) => {
  const found = exportFormat(id);
  if (!found) throw new Error(id);
  return found;
};

describe("marksByPart", () => {
  it("counts each mark once for a claim, in articles in view", () => {
    const { claims, sources } = marksByPart(project, all);
    expect([...claims]).toEqual([
      [C1, 1],
      [C2, 3],
    ]);
    expect([...sources]).toEqual([
      [ferry.source.id, 2],
      [bridge.source.id, 2],
    ]);
  });

  it("follows what else is chosen", () => {
    const choice = { analysts: [set.analyst.id], claims: [C1], sources: [bridge.source.id] };
    const { claims, sources } = marksByPart(project, choice);
    expect([...claims]).toEqual([[C2, 1]]);
    expect([...sources]).toEqual([
      [ferry.source.id, 1],
      [bridge.source.id, 1],
    ]);
  });
});

it("counts as if all were chosen where nothing is yet", () => {
  expect(marksByPart(project, { claims: [], sources: [] })).toEqual(marksByPart(project, all));
});

describe("goingOutWords", () => {
  const words = (id: string, choice: Parameters<typeof exportRequest>[1]) =>
    goingOutWords(exportRequest(project, choice), format(id));

  it("says what of a choice goes out, as far as the format has it", () => {
    expect(words("json", all)).toBe("4 marks, 2 claims and 2 articles");
    expect(words("csv", { claims: [C1], sources: [ferry.source.id] })).toBe("1 mark, 1 claim and 1 article");
    expect(words("refi-codebook", { claims: [C1] })).toBe("1 claim");
  });
});

describe("exportHindrance", () => {
  it("refuses an empty choice and what the format cannot hold", () => {
    expect(exportHindrance(project, all, format("json"))).toBe(null);
    expect(exportHindrance(project, { ...all, claims: [] }, format("json"))).toMatch(/^No claim is chosen\./);
    expect(exportHindrance(project, { ...all, sources: [] }, format("json"))).toMatch(/^No article is chosen\./);
    const bare = { ...project, sets: [] };
    expect(exportHindrance(bare, all, format("json"))).toBe(null);
    expect(exportHindrance(bare, all, format("refi-codebook"))).toMatch(/there are none to write\.$/);
  });
});
