import fc from "fast-check";
import type { ExchangeFormat } from "../annotations/exchange/format.ts";
import { exchangedProject } from "../annotations/exchange/testing/exchanged-project.ts";
import { naughtyProject, stringsFor } from "../annotations/exchange/testing/naughty-project.ts";
import type { Project } from "../annotations/model/project.ts";
import { annotationsOf } from "../annotations/testing/project.ts";

const PROJECTS = fc.sample(exchangedProject, { numRuns: 100, seed: 20221123 });

/**
 * What others read of a format: projects with astral and combining characters, right-to-left text, and marks that overlap and
 * have several pieces, always the same; of two analysts, who mark the same text; and of naughty strings.
 */
export function projectsFor(format: ExchangeFormat): readonly Project[] {
  return [...PROJECTS, ...PROJECTS.slice(0, 20).map(withSecondAnalyst), naughtyProject(stringsFor(format))];
}

/** The project with some of its marks in the name of another analyst too. */
function withSecondAnalyst(project: Project): Project {
  const marks = project.sets.flatMap((set) => set.marks).filter((_, i) => i % 2 === 0);
  return { ...project, sets: [...project.sets, annotationsOf(2, { marks })] };
}
