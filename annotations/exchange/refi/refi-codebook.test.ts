import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../commands/refusal.ts";
import type { Claim } from "../../model/claim.ts";
import { claimList } from "../../model/claim-list.ts";
import { annotationsOf, claim, projectOf } from "../../testing/project.ts";
import { textFile } from "../input-file.ts";
import { readingSentences, readsAnything } from "../reading/reading-report.ts";
import { exchangedProject } from "../testing/exchanged-project.ts";
import { carriedOut, planOf, writtenFiles } from "../testing/round-trip.ts";
import { written } from "../written.ts";
import { parseXml } from "../xml/xml-element.ts";
import { refiCodebook } from "./refi-codebook.ts";
import { refiFaults } from "./testing/element-order.ts";

const FOREIGN = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other 1">
<Codes>
<Code guid="BBBBBBBB-0000-4000-8000-000000000001" name="Cause" isCodable="true" color="#FF0000"><Description>why</Description>
<Code guid="BBBBBBBB-0000-4000-8000-000000000002" name="Refutes" isCodable="true"/>
<Code guid="BBBBBBBB-0000-4000-8000-000000000003" name="Storm" isCodable="true"/></Code>
</Codes>
<Sets><Set guid="f" name="s"/></Sets></CodeBook>`;

const EMPTY = projectOf([], [annotationsOf(1)]);

const withClaims = (claims: readonly Claim[]) => projectOf([], [annotationsOf(1, { claims })]);

/** Claims of which each is part of the one before. */
const chain = (length: number) =>
  Array.from({ length }, (_, i) => claim(i + 1, i === 0 ? {} : { parent: claim(i).id }));

describe("refi-codebook", () => {
  it("has the elements of the published format in their order, with their attributes, and each GUID once", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        const [file] = writtenFiles(refiCodebook, project);
        expect(refiFaults(parseXml(file ?? textFile("claims.qdc", "")))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("brings claims into a project without any, also of another program, and says so before", () => {
    const plan = planOf(refiCodebook, [textFile("claims.qdc", FOREIGN)], EMPTY);
    expect(readsAnything(plan)).toBe(true);
    expect(readingSentences(plan)).toEqual(["2 new claims."]);
    expect(plan.read.problems).toEqual([{ at: "line 8", message: "sets of codes are not read (1)" }]);
    const after = carriedOut(EMPTY, plan);
    const [cause, storm] = claimList(after);
    expect([cause?.label, cause?.note, storm?.label, storm?.parent]).toEqual(["Cause", "why", "Storm", cause?.id]);
    const again = planOf(refiCodebook, [textFile("claims.qdc", FOREIGN)], after);
    expect([readsAnything(again), readingSentences(again)]).toEqual([false, []]);
  });

  it("adds only the claims that the project lacks", () => {
    const project = withClaims(chain(3));
    const plan = planOf(refiCodebook, writtenFiles(refiCodebook, project), withClaims(chain(2)));
    expect(plan.claims.map(({ label }) => label)).toEqual(["C3"]);
    expect(claimList(carriedOut(withClaims(chain(2)), plan)).map(({ parent }) => parent)).toEqual(
      chain(3).map(({ parent }) => parent),
    );
  });

  it("says which claims leave their place, and what stays behind", () => {
    const project = withClaims(chain(63));
    expect(written(refiCodebook, { project, sets: project.sets }).losses).toEqual([
      "The name of 1 analyst stays behind.",
      "2 claims more than 60 levels down stand at the top, since programs do not show more.",
    ]);
    expect(claimList(carriedOut(EMPTY, planOf(refiCodebook, writtenFiles(refiCodebook, project), EMPTY)))).toHaveLength(
      63,
    );
  });

  it("reads thousands of claims quickly", () => {
    const files = writtenFiles(refiCodebook, withClaims(Array.from({ length: 5_000 }, (_, i) => claim(i + 1))));
    expect(planOf(refiCodebook, files, EMPTY).claims).toHaveLength(5_000);
  });

  it("is not written without a claim, since the published format demands a code", () => {
    const request = { project: EMPTY, sets: EMPTY.sets };
    expect(refiCodebook.hindrance?.(request)).toBe("A codebook holds claims, and there are none to write.");
    expect(() => written(refiCodebook, request)).toThrow(
      new Refusal("A codebook holds claims, and there are none to write."),
    );
    const one = withClaims(chain(1));
    expect(written(refiCodebook, { project: one, sets: one.sets }).files).toHaveLength(1);
  });

  it("is no project", () => {
    const project = textFile("claims.qdc", '<Project xmlns="urn:QDA-XML:project:1.0"/>');
    expect(() => refiCodebook.reader.read([project])).toThrow(
      "“claims.qdc” cannot be read: line 1: it is no REFI-QDA codebook.",
    );
  });
});
