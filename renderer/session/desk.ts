import { create } from "zustand";
import type { Preferences, Session } from "../../annotations/api/contract.ts";
import { EMPTY_HISTORY, type History } from "../../annotations/commands/history.ts";
import type { Step } from "../../annotations/commands/step.ts";
import type { FigureDraft } from "../../annotations/figures/figure-draft.ts";
import type { Layout } from "../../annotations/layout/layout.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { ClaimId, MarkId, SourceId, TagId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Range } from "../../annotations/model/range.ts";
import type { Stance } from "../../annotations/model/stance.ts";
import { ALL_ROWS, type RowWish } from "../../annotations/review/row-list.ts";
import type { Edge } from "../../annotations/text/boundary.ts";
import type { TagInHand } from "../marks/tag-in-hand.ts";
import type { ReviewPart } from "../review/review-part.ts";
import type { Saving } from "./saver.ts";

/** A passage that has its stance and waits for its claim. Painted like a mark, not yet one. */
export interface Draft {
  readonly sourceId: SourceId;
  readonly ranges: readonly Range[];
  readonly stance: Stance;
}

/** A mark as its boundaries are being moved, not yet kept, the edge that moves, and whether that is in the pointer's hand. */
export interface Moving {
  readonly mark: Mark;
  readonly edge: Edge;
  readonly dragged: boolean;
}

/** A place in a text that may become a mark. */
export interface Passage {
  readonly sourceId: SourceId;
  readonly ranges: readonly Range[];
}

/**
 * One claim in one source, as the working analyst has it or as all analysts do; or, across the sources, all that is said of the claim, or all that one speaker, or nobody by
 * name, is quoted as saying of it, of which the source is then the one whose text is shown.
 */
interface ActiveCell {
  readonly claimId: ClaimId;
  readonly sourceId: SourceId;
  readonly across?:
    | { readonly kind: "claim" | "unnamed" | "analysts" }
    | { readonly kind: "speaker"; readonly key: string };
}

/** What stands in the place of the claim list: search, stance scheme, list of marks, or what other texts say like a mark. */
type Panel =
  | { readonly kind: "search" }
  | { readonly kind: "marks" }
  | { readonly kind: "scheme" }
  | { readonly kind: "elsewhere"; readonly markId: MarkId };

/** What the claim picker is choosing for: a new mark, many at once, a further tag of a mark, or another claim for a tag. */
export type ClaimPicking =
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "passages"; readonly passages: readonly Passage[]; readonly stance: Stance }
  | { readonly kind: "new-tag"; readonly markId: MarkId }
  | { readonly kind: "change-claim"; readonly markId: MarkId; readonly tagId: TagId };

/** What the picker of speakers is choosing for: whom a tag says to be quoted. */
export interface SpeakerPicking {
  readonly kind: "speaker";
  readonly markId: MarkId;
  readonly tagId: TagId;
}

export type Picking = ClaimPicking | SpeakerPicking;

/** The window that is open above everything else. */
type OpenDialog =
  | { readonly kind: "import" }
  | { readonly kind: "annotations" }
  | { readonly kind: "merge-copy" }
  | { readonly kind: "export" }
  | { readonly kind: "keys" }
  | { readonly kind: "palette" }
  | { readonly kind: "analyst" }
  | { readonly kind: "project" }
  | { readonly kind: "files" }
  | { readonly kind: "speakers" }
  | { readonly kind: "report" }
  | { readonly kind: "take-over" }
  | { readonly kind: "sources"; readonly sourceId: SourceId | null }
  | { readonly kind: "claim"; readonly claimId: ClaimId | null }
  | { readonly kind: "merge-claims" | "split-claim"; readonly claimId: ClaimId };

/** Everything the screen shows, in one value. */
export interface Desk {
  readonly host: Session["host"];
  readonly folder: string;
  readonly project: Project;
  readonly analyst: Analyst;
  readonly access: Session["access"];
  readonly reports: Session["reports"];
  /** The reports that the analyst has been told of and has put aside until the session is opened again. */
  readonly dismissedReports: Session["reports"];
  readonly preferences: Preferences;
  /** How the panes are arranged. Where each text stands is kept beside, so that scrolling draws nothing anew. */
  readonly layout: Layout;
  readonly history: History;
  /** What was undone, redone or changed by key last, in words, until something new is done. */
  readonly news: string;
  readonly saving: Saving;
  readonly view: "read" | "review";
  /** The mark that keys act on, the one of its tags that they change, and whether its card is open. */
  readonly activeMark: MarkId | null;
  readonly activeTag: TagId | null;
  readonly cardOpen: boolean;
  /** The marks at the place where the card was opened, the innermost first; the card leads to each of them. */
  readonly cardMarks: readonly MarkId[];
  /** Whether the card takes the focus when it opens: after a key it does, after a click the text keeps it. */
  readonly cardFocus: boolean;
  readonly activeClaim: ClaimId | null;
  /** The claim at whose passages the texts were aligned; where there is none, a card says so. */
  readonly alignedClaim: ClaimId | null;
  readonly reviewPart: ReviewPart;
  /** Which rows of the matrix are shown, and how they are ordered. */
  readonly rowWish: RowWish;
  /** The matrix cell that the review shows the passages of. */
  readonly activeCell: ActiveCell | null;
  readonly panel: Panel | null;
  /** What was done last from that panel, in words. */
  readonly panelWords: string;
  readonly picking: Picking | null;
  readonly moving: Moving | null;
  /** The mark that waits for the one it is to be merged with. */
  readonly merging: MarkId | null;
  readonly tagInHand: TagInHand | null;
  /** The tag whose figure is being written, and what is written so far. */
  readonly figuring: { readonly tagId: TagId; readonly draft: FigureDraft } | null;
  /** What was typed since the picking began and before its field had the focus; a line end stands for Enter. */
  readonly typedAhead: string;
  readonly dialog: OpenDialog | null;
  /** One sentence about something that did not work. */
  readonly notice: string | null;
  /** The step that the notice tells of, which can be undone beside it as long as it is the last one. */
  readonly noticeStep: Step | null;
  /** Claims in the order of their last use, the latest first. */
  readonly recentClaims: readonly ClaimId[];
  /** The names of speakers in the order of their last use, the latest first. */
  readonly recentSpeakers: readonly string[];
}

/** The desk of a session that has just been opened; nothing is selected and nothing can be undone. */
export function deskOf(session: Session): Desk {
  const { host, folder, project, analyst, access, reports, preferences, layout } = session;
  return {
    host,
    folder,
    project,
    analyst,
    access,
    reports,
    dismissedReports: [],
    preferences,
    layout,
    history: EMPTY_HISTORY,
    news: "",
    saving: { kind: "saved" },
    view: "read",
    activeMark: null,
    activeTag: null,
    cardOpen: false,
    cardMarks: [],
    cardFocus: false,
    activeClaim: null,
    alignedClaim: null,
    reviewPart: "matrix",
    rowWish: { ...ALL_ROWS, ...layout.review },
    activeCell: null,
    panel: null,
    panelWords: "",
    picking: null,
    moving: null,
    merging: null,
    tagInHand: null,
    figuring: null,
    typedAhead: "",
    dialog: null,
    notice: null,
    noticeStep: null,
    recentClaims: [],
    recentSpeakers: [],
  };
}

/** The store behind the screen. It is filled before anything that uses it is shown. */
export const useDesk = create<Desk>(() => {
  const empty: Partial<Desk> = {};
  // Only `openSession` reads the desk before it has filled it.
  return empty as Desk;
});

export function desk(): Desk {
  return useDesk.getState();
}

export function setDesk(change: Partial<Desk>): void {
  useDesk.setState(change);
}
