import { type Analyst, Analyst as AnalystSchema } from "../../../annotations/model/analyst.ts";
import { ANALYST } from "../bench/synthetic-project.ts";
import { BRUNO } from "../testing/example-project.ts";

/** Who works on which project when the processes are killed. */
export interface KillKind {
  readonly name: string;
  readonly description: string;
  readonly project: "small" | "large";
  /** One process for each. */
  readonly analysts: readonly Analyst[];
  /** How often it kills in a short run. */
  readonly few: number;
  /** How much of all kills of a long run are of this kind. */
  readonly share: number;
}

const ANNA = AnalystSchema.parse(ANALYST);

export const KILL_KINDS: readonly KillKind[] = [
  { name: "small", description: "one process, small project", project: "small", analysts: [ANNA], few: 16, share: 0.3 },
  { name: "large", description: "one process, large project", project: "large", analysts: [ANNA], few: 4, share: 0.2 },
  {
    name: "three-small",
    description: "three processes of one analyst, small project",
    project: "small",
    analysts: [ANNA, ANNA, ANNA],
    few: 9,
    share: 0.25,
  },
  {
    name: "three-large",
    description: "three processes of one analyst, large project",
    project: "large",
    analysts: [ANNA, ANNA, ANNA],
    few: 2,
    share: 0.1,
  },
  {
    name: "two-analysts",
    description: "two analysts, small project",
    project: "small",
    analysts: [ANNA, BRUNO],
    few: 8,
    share: 0.15,
  },
];
