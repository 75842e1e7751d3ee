import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalystId, SourceId } from "../model/id.ts";
import { type OriginVerdict, pairOf } from "../model/origin-verdict.ts";
import type { Project } from "../model/project.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, speaker, tag } from "../testing/project.ts";
import { matrixOf } from "./matrix.ts";
import { originGroups } from "./origin-groups.ts";

const me = knownId(AnalystId, 1);
const id = (n: number) => knownId(SourceId, n);

function said(one: number, other: number, verdict: OriginVerdict["verdict"]): OriginVerdict {
  return { ...pairOf(id(one), id(other)), verdict, at: AT };
}

/** A project of sources with these agencies, about which its first analyst has found this. */
function projectWith(agencies: readonly string[], originVerdicts: readonly OriginVerdict[] = []): Project {
  const sources = agencies.map((agency, i) => article("It was so.", { id: id(i + 1), order: i, agency }).source);
  const file = { speakers: [speaker(1, "Agence France-Presse", "AFP")] };
  return frozen(projectOf(sources, [annotationsOf(1, { originVerdicts })], file));
}

describe("originGroups", () => {
  it("joins sources that name one agency, under any of its names, and those found to be one origin, through others too", () => {
    const verdicts = [said(1, 4, "one-origin"), said(3, 4, "independent"), said(5, 6, "independent")];
    expect(
      originGroups(projectWith(["", "", " afp", "AFP", "Agence France-Presse", "dpa"], verdicts), me).groups,
    ).toEqual([
      {
        sources: [1, 3, 4, 5].map(id),
        agencies: [{ name: "afp", sources: [3, 4, 5].map(id) }],
        confirmed: [verdicts[0]],
        contradicted: [verdicts[1]],
      },
    ]);
  });

  it("takes nothing from other analysts, nor from sources that are not there", () => {
    const project = projectWith(["", ""], [said(1, 9, "one-origin"), said(2, 9, "one-origin")]);
    expect(originGroups(project, me).groups).toEqual([]);
    const both = projectWith(["", ""], [said(1, 2, "one-origin")]);
    expect(originGroups(both, knownId(AnalystId, 2)).groups).toEqual([]);
  });

  const drawn = fc.record({
    agencies: fc.array(fc.constantFrom("", "", "", "AFP", "dpa", "Reuters"), { minLength: 2, maxLength: 12 }),
    verdicts: fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
        .filter(([one, other]) => one !== other)
        .map(([one, other, same]) => said(one, other, same ? "one-origin" : "independent")),
      { selector: ({ a, b }) => `${a} ${b}`, maxLength: 20 },
    ),
  });

  it("makes an equivalence of what is joined directly, and of nothing else", () => {
    fc.assert(
      fc.property(drawn, ({ agencies, verdicts }) => {
        const { independence, groups } = originGroups(projectWith(agencies, verdicts), me);
        const numbers = agencies.map((_, i) => i + 1);
        const isJoined = (one: number, other: number) =>
          (agencies[one - 1] !== "" && agencies[one - 1] === agencies[other - 1]) ||
          verdicts.some(({ a, b, verdict }) => {
            const pair = pairOf(id(one), id(other));
            return verdict === "one-origin" && pair.a === a && pair.b === b;
          });
        for (const start of numbers) {
          const reached = new Set([start]);
          for (const one of reached) for (const n of numbers) if (isJoined(one, n)) reached.add(n);
          const same = numbers.filter((n) => independence.sourceOf(id(n)) === independence.sourceOf(id(start)));
          expect(same).toEqual([...reached].sort((x, y) => x - y));
          const group = groups.find(({ sources }) => sources.includes(id(start)));
          expect(group?.sources ?? [id(start)]).toEqual(same.map(id));
        }
      }),
    );
  });

  it("does not depend on the order in which verdicts and sources come", () => {
    const partition = ({ groups }: ReturnType<typeof originGroups>) =>
      groups.map(({ sources }) => [...sources].sort().join(" ")).sort();
    fc.assert(
      fc.property(
        drawn.chain(({ agencies, verdicts }) => {
          const project = projectWith(agencies, verdicts);
          const shuffled = <Item>(items: readonly Item[]) =>
            fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
          return fc.tuple(fc.constant(project), shuffled(project.sources), shuffled(verdicts));
        }),
        ([project, sources, originVerdicts]) => {
          const sets = project.sets.map((set) => ({ ...set, originVerdicts }));
          expect(partition(originGroups({ ...project, sources, sets }, me))).toEqual(
            partition(originGroups(project, me)),
          );
        },
      ),
    );
  });

  it("makes of three articles that say the same one origin, and of the row a single source", () => {
    const articles = [1, 2, 3].map((n) => article("It was [so].", { id: id(n), order: n }));
    const marks = articles.map((each, i) => mark(i + 1, each, tag(i + 1, 1, "supports")));
    const statusWith = (...originVerdicts: readonly OriginVerdict[]) => {
      const set = annotationsOf(1, { claims: [claim(1)], marks, originVerdicts });
      const project = projectOf(
        articles.map(({ source }) => source),
        [set],
      );
      return matrixOf(frozen(project), me).rows[0]?.summary;
    };
    expect(statusWith()).toMatchObject({ status: "corroborated", supporting: 3, supportingOrigins: 3 });
    expect(statusWith(said(1, 2, "one-origin"))).toMatchObject({ status: "corroborated", supportingOrigins: 2 });
    expect(statusWith(said(1, 2, "one-origin"), said(2, 3, "one-origin"))).toMatchObject({
      ...{ status: "single-source", supporting: 3, supportingOrigins: 1 },
    });
    expect(statusWith(said(1, 2, "independent"))).toMatchObject({ status: "corroborated", supportingOrigins: 3 });
  });
});
