import fc from "fast-check";
import type { ExchangeFormat } from "../annotations/exchange/format.ts";
import { exchangedProject } from "../annotations/exchange/testing/exchanged-project.ts";
import { naughtyProject, stringsFor } from "../annotations/exchange/testing/naughty-project.ts";
import type { Project } from "../annotations/model/project.ts";
import { annotationsOf } from "../annotations/testing/project.ts";

const SEED = 20221123;

/** What others read of a format: generated projects, and one of naughty strings. */
export function projectsFor(format: ExchangeFormat): readonly Project[] {
  return [...generatedProjects(100), naughtyProject(stringsFor(format))];
}

/**
 * Projects with astral and combining characters, right-to-left text, and marks that overlap and have several pieces, always the
 * same; a fifth as many again are of two analysts, who mark the same text.
 */
export function generatedProjects(count: number): readonly Project[] {
  const projects = fc.sample(exchangedProject, { numRuns: count, seed: SEED });
  return [...projects, ...projects.slice(0, count / 5).map(withSecondAnalyst)];
}

/** Naughty strings, fifty in a project, for programs that take their time with hundreds of marks in one text. */
export function naughtyProjects(strings: readonly string[]): readonly Project[] {
  const parts = Array.from({ length: Math.ceil(strings.length / 50) }, (_, i) => strings.slice(50 * i, 50 * (i + 1)));
  return parts.map(naughtyProject);
}

/** The project with some of its marks in the name of another analyst too. */
function withSecondAnalyst(project: Project): Project {
  const marks = project.sets.flatMap((set) => set.marks).filter((_, i) => i % 2 === 0);
  return { ...project, sets: [...project.sets, annotationsOf(2, { marks })] };
}
