import { Decoration, DecorationSet } from "prosemirror-view";
import type { ClaimColour } from "../../annotations/model/claim.ts";
import type { ClaimId, MarkId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import type { Draft } from "../session/desk.ts";
import { labelsOf } from "./labels.ts";
import { lanesOf } from "./lanes.ts";
import type { TextDocument } from "./text-document.ts";

/** What is painted onto one text. */
export interface Painting {
  readonly marks: readonly Mark[];
  readonly draft: Draft | null;
  readonly activeMark: MarkId | null;
  readonly activeClaim: ClaimId | null;
  readonly claimName: (id: ClaimId) => string;
  readonly claimColour: (id: ClaimId) => ClaimColour | undefined;
}

/** Beyond this many marks over one place the underlines share the last lane. */
const LANES = 4;

/** Marks, labels and the draft as ProseMirror decorations; each mark is a `<mark>` of its own, nested where they overlap. */
export function decorate(source: Source, text: TextDocument, painting: Painting): DecorationSet {
  const lanes = lanesOf(painting.marks);
  const decorations = [
    ...painting.marks.flatMap((mark) => markDecorations(mark, lanes.get(mark.id) ?? 0, text, painting)),
    ...labelDecorations(source, text, painting),
    ...draftDecorations(text, painting.draft),
  ];
  return DecorationSet.create(text.doc, decorations);
}

function markDecorations(mark: Mark, lane: number, text: TextDocument, painting: Painting): Decoration[] {
  const colour = mark.tags[0] && painting.claimColour(mark.tags[0].claimId);
  const classes = [
    "mark",
    colour ? `claim-${colour}` : "",
    mark.tags[0]?.stance ?? "untagged",
    mark.tags[0] && mark.tags[0].voice !== "own" ? "quoted" : "own",
    `lane-${Math.min(lane, LANES - 1)}`,
    mark.id === painting.activeMark ? "active" : "",
    mark.tags.some((tag) => tag.claimId === painting.activeClaim) ? "of-claim" : "",
  ];
  const attributes = { nodeName: "mark", class: classes.filter(Boolean).join(" "), "data-mark": mark.id };
  return mark.ranges.map((range) =>
    Decoration.inline(text.position(range.start), text.position(range.end), attributes),
  );
}

function labelDecorations(source: Source, text: TextDocument, { marks, claimName }: Painting): Decoration[] {
  return labelsOf(source, marks, claimName).map((label) =>
    Decoration.inline(text.position(label.start), text.position(label.end), {
      nodeName: "span",
      class: `label ${label.stance ?? "several"}`,
      "data-label": label.text,
    }),
  );
}

function draftDecorations(text: TextDocument, draft: Draft | null): Decoration[] {
  return (draft?.ranges ?? []).map((range) =>
    Decoration.inline(text.position(range.start), text.position(range.end), {
      nodeName: "mark",
      class: `mark draft own lane-0 ${draft?.stance ?? ""}`,
    }),
  );
}
