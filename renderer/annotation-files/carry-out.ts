import { decisionsOf } from "../../annotations/api/reading-decisions.ts";
import type { StagedAnnotations } from "../../annotations/api/staged-annotations.ts";
import { revisionOf } from "../../annotations/commands/apply.ts";
import { readingCommands } from "../../annotations/exchange/reading/reading-commands.ts";
import type { ReadingPlan } from "../../annotations/exchange/reading/reading-plan.ts";
import { fateCounts } from "../../annotations/exchange/reading/reading-report.ts";
import { sharedCommands } from "../../annotations/exchange/reading/shared-commands.ts";
import { batchOf } from "../../annotations/merging/merge-plan.ts";
import { amount } from "../controls/amount.ts";
import { perform, rememberStep, stamp, whyReadOnly } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";
import { takeHostStep } from "../session/host-step.ts";
import { sentenceOf } from "../session/sentence.ts";
import { client } from "../session/transport.ts";
import type { Decisions, PlannedReading } from "./decisions.ts";

/** Carries a plan out as one step that can be undone, but for reveals, which stay. Null when done, else the reason why nothing was read. */
export async function carryOut(staged: StagedAnnotations, plan: ReadingPlan): Promise<string | null> {
  const reason = whyReadOnly();
  if (reason !== null) return reason;
  try {
    await addArticles(staged, plan);
    const { project } = desk();
    const batch = batchOf(readingCommands(project, plan, stamp().at));
    const commands = [...(batch ? [batch] : []), ...sharedCommands(project, plan, stamp())];
    const name = `reading ${staged.names[0] ?? "annotations"}`;
    if (commands.length > 0 && !perform(name, ...commands)) return desk().notice ?? "Nothing was read.";
    setDesk({ notice: noticeOf(plan, staged.names) });
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}

/**
 * Reads into a set for each of the files' analysts, which the host does as one step; what all sets share is a further one.
 * Null when done, else the reason why not.
 */
export async function readForEach(
  staged: StagedAnnotations,
  { sets, plan }: PlannedReading,
  decisions: Decisions,
): Promise<string | null> {
  const wish = { projectId: desk().project.file.id, id: staged.id, decisions: decisionsOf(decisions) };
  const [name = "the file"] = staged.names;
  const [first, ...others] = sets;
  const whose =
    first && others.length === 0 ? `the set of ${first.analyst.name}` : `the sets of ${sets.length} analysts`;
  const failure = await takeHostStep(
    () => client("annotations.readForEach", wish),
    (step) => (step ? `“${name}” was read into ${whose}.` : `All of “${name}” is here already.`),
  );
  if (failure !== null) return failure;
  const shared = sharedCommands(desk().project, plan, stamp());
  if (shared.length === 0 || perform(`what “${name}” says of articles, speakers and settings`, ...shared)) return null;
  return desk().notice ?? "What the file says of articles, speakers and settings was not read.";
}

/** Undo of the articles alone takes them out of the project again, as with an import. */
async function addArticles({ id }: StagedAnnotations, { sources }: ReadingPlan): Promise<void> {
  const keys = [...sources].flatMap(([key, match]) => (match.kind === "added" ? [key] : []));
  if (keys.length === 0) return;
  const added = await client("annotations.addArticles", { id, keys });
  const { project } = desk();
  const fresh = added.sources.filter((source) => !project.sources.some((known) => known.id === source.id));
  setDesk({ project: { ...project, sources: [...project.sources, ...fresh] } });
  const done = added.sources.map((source) => revisionOf(desk().project, { ...stamp(), sourceId: source.id }));
  rememberStep({ name: "the import", done, inverse: done.map((revision) => ({ ...revision, removed: true })) });
}

function noticeOf(plan: ReadingPlan, [name = "the file", ...others]: readonly string[]): string {
  const counts = fateCounts(plan);
  const read = counts.new + (plan.choices.conflicts === "ours" ? 0 : counts.conflict);
  const from = others.length === 0 ? `“${name}”` : amount(others.length + 1, "file");
  const open = counts.waiting + counts.unplaced;
  const rest = open === 0 ? "" : ` ${amount(open, "mark")} without an agreed place stayed out.`;
  const claims = plan.claims.length > 0 ? amount(plan.claims.length, "claim") : "What it says beside marks was";
  const what = read > 0 || open > 0 ? amount(read, "mark") : claims;
  return `${what} read from ${from}.${rest}`;
}
