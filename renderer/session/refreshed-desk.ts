import type { Session } from "../../annotations/api/contract.ts";
import type { Desk } from "./desk.ts";
import { renewed } from "./renewed.ts";
import { claimOf, markOf } from "./selectors.ts";

/** Whether a session is about the project and the analyst that the desk shows. */
export function isSameWork({ project, analyst }: Desk, session: Session): boolean {
  return project.file.id === session.project.file.id && analyst.id === session.analyst.id;
}

/** What the host says of the files, without the project itself: good to know while own changes are not saved yet. */
export function refreshedFiles(desk: Desk, { access, reports }: Session): Partial<Desk> {
  return { access: renewed(desk.access, access), reports: renewed<Desk["reports"]>(desk.reports, reports) };
}

/**
 * The desk with the project as others left it. What the analyst is at stays as it is, but for what points at a mark or
 * a claim that is gone.
 */
export function refreshedDesk(desk: Desk, session: Session): Partial<Desk> {
  const after: Desk = {
    ...desk,
    ...refreshedFiles(desk, session),
    project: renewed(desk.project, session.project),
    analyst: renewed(desk.analyst, session.analyst),
    folder: session.folder,
  };
  return { ...after, ...withoutLostMarks(after), ...withoutLostClaim(after) };
}

function withoutLostMarks(desk: Desk): Partial<Desk> {
  const { activeMark, picking } = desk;
  const cardMarks = desk.cardMarks.filter((id) => markOf(desk, id));
  const here = cardMarks.length === desk.cardMarks.length ? {} : { cardMarks };
  const card = activeMark && !markOf(desk, activeMark) ? { activeMark: null, activeTag: null, cardOpen: false } : {};
  const pickingFor = picking && "markId" in picking ? picking.markId : null;
  return { ...here, ...card, ...(pickingFor && !markOf(desk, pickingFor) ? { picking: null, typedAhead: "" } : {}) };
}

function withoutLostClaim(desk: Desk): Partial<Desk> {
  const { activeClaim, activeCell } = desk;
  return {
    ...(activeClaim && !claimOf(desk, activeClaim) ? { activeClaim: null } : {}),
    ...(activeCell && !claimOf(desk, activeCell.claimId) ? { activeCell: null } : {}),
  };
}
