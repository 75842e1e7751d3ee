import type { Session } from "../../annotations/api/contract.ts";
import { beginSaving, changeCount, saver } from "./changes.ts";
import { type Desk, desk, deskOf, setDesk } from "./desk.ts";
import { leanProject } from "./lean-project.ts";
import { isSameWork, refreshedDesk, refreshedFiles } from "./refreshed-desk.ts";
import { createRefresher } from "./refresher.ts";
import { client } from "./transport.ts";

/** Fills the desk from the host. Call once, before anything is shown. */
export async function openSession(): Promise<void> {
  open(await askSession(), {});
}

async function askSession(): Promise<Session> {
  const session = await client("session.open", {});
  return { ...session, project: leanProject(session.project) };
}

/** Brings back what could be undone before this start, unless something has been changed meanwhile. */
async function recallHistory(): Promise<void> {
  const { project, analyst } = desk();
  const before = changeCount();
  const kept = await client("history.read", { projectId: project.file.id, analystId: analyst.id });
  const isSame = desk().project.file.id === project.file.id && desk().analyst.id === analyst.id;
  if (isSame && before === changeCount()) setDesk({ history: kept });
}

/** Without it nothing from before can be undone, and everything else goes on. */
function recallHistoryIfAny(): void {
  recallHistory().catch((error: unknown) => console.warn(error));
}

/** Keeps the screen at the host's state when others change it, without a loss of what this page has not saved yet. */
export const refresher = createRefresher<Session>({
  settled: () => saver.settled(),
  changes: changeCount,
  ask: askSession,
  take: (session) => arrive(session, refreshedDesk),
  takeBesideChanges: (session) => arrive(session, refreshedFiles),
});

function arrive(session: Session, refreshed: (desk: Desk, session: Session) => Partial<Desk>): void {
  if (isSameWork(desk(), session)) refresh(session, refreshed(desk(), session));
  else open(session, keptView(session));
}

function refresh(session: Session, change: Partial<Desk>): void {
  const unlocked = desk().access.kind === "read-only" && session.access.kind === "writable";
  setDesk({ ...change, ...(unlocked ? { notice: "The project can be changed now." } : {}) });
  nameWindow(session);
  const { done, undone } = desk().history;
  if (unlocked && done.length === 0 && undone.length === 0) recallHistoryIfAny();
  // What was refused while nothing could be written may go through now.
  if (session.access.kind === "writable" && desk().saving.kind === "failed") saver.retry();
}

/** The same project keeps its view when another analyst goes on with it. */
function keptView(session: Session): Partial<Desk> {
  const { project, view, reviewPart } = desk();
  return project.file.id === session.project.file.id ? { view, reviewPart } : {};
}

function open(session: Session, kept: Partial<Desk>): void {
  setDesk({ ...deskOf(session), ...kept });
  beginSaving(session.project.file.id, { saved: () => refresher.resume(), refused: () => refresher.request() });
  nameWindow(session);
  recallHistoryIfAny();
}

function nameWindow({ project }: Session): void {
  document.title = `${project.file.title} – Parallax`;
}
