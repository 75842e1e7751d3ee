import { Decoration } from "prosemirror-view";
import type { ClaimColour } from "../../annotations/model/claim.ts";
import type { ClaimId, MarkId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import type { Draft } from "../session/desk.ts";
import { labelsOf } from "./labels.ts";
import type { LanedMark } from "./mark-index.ts";
import type { Section } from "./sections.ts";
import type { TextDocument } from "./text-document.ts";

/** What is painted onto one text. */
export interface Painting {
  readonly marks: readonly Mark[];
  readonly draft: Draft | null;
  readonly activeMark: MarkId | null;
  /** The claims that names and colours come from: the same list as long as all of them stay. */
  readonly claims: readonly unknown[];
  readonly claimName: (id: ClaimId) => string;
  readonly claimColour: (id: ClaimId) => ClaimColour | undefined;
}

/** Beyond this many marks over one place the underlines share the last lane. */
const LANES = 4;

/**
 * The marks and labels of one section as ProseMirror decorations; each mark is a `<mark>` of its own, nested where they
 * overlap. A mark that reaches beyond the section is painted as far as the section goes.
 */
export function decorateSection(
  { source, text, section }: { readonly source: Source; readonly text: TextDocument; readonly section: Section },
  marks: readonly LanedMark[],
  painting: Painting,
): readonly Decoration[] {
  return [
    ...marks.flatMap((laned) => markDecorations(laned, section, text, painting)),
    ...labelDecorations(source, section, text, marks, painting),
  ];
}

function markDecorations(
  { mark, lane }: LanedMark,
  section: Section,
  text: TextDocument,
  { activeMark, claimColour }: Painting,
): readonly Decoration[] {
  const colour = mark.tags[0] && claimColour(mark.tags[0].claimId);
  const classes = [
    "mark",
    colour ? `claim-${colour}` : "",
    mark.tags[0]?.stance ?? "untagged",
    mark.tags[0] && mark.tags[0].voice !== "own" ? "quoted" : "own",
    `lane-${Math.min(lane, LANES - 1)}`,
    mark.id === activeMark ? "active" : "",
  ];
  const attributes = {
    nodeName: "mark",
    class: classes.filter(Boolean).join(" "),
    "data-mark": mark.id,
    "data-claims": mark.tags.map((tag) => tag.claimId).join(" "),
  };
  return mark.ranges.flatMap((range) => {
    const [start, end] = [Math.max(range.start, section.start), Math.min(range.end, section.end)];
    return start < end ? [Decoration.inline(text.position(start), text.position(end), attributes)] : [];
  });
}

function labelDecorations(
  source: Source,
  section: Section,
  text: TextDocument,
  marks: readonly LanedMark[],
  { claimName }: Painting,
): readonly Decoration[] {
  const labels = labelsOf(
    source,
    section,
    marks.map(({ mark }) => mark),
    claimName,
  );
  return labels.map((label) =>
    Decoration.inline(text.position(label.start), text.position(label.end), {
      nodeName: "span",
      class: `label ${label.stance ?? "several"}`,
      "data-label": label.text,
    }),
  );
}

export function decorateDraft(text: TextDocument, draft: Draft | null): readonly Decoration[] {
  return (draft?.ranges ?? []).map((range) =>
    Decoration.inline(text.position(range.start), text.position(range.end), {
      nodeName: "mark",
      class: `mark draft own lane-0 ${draft?.stance ?? ""}`,
    }),
  );
}
