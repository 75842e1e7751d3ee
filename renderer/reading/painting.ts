import { Decoration, type DecorationAttrs } from "prosemirror-view";
import type { ClaimColour } from "../../annotations/model/claim.ts";
import type { ClaimId, MarkId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import type { Draft } from "../session/desk.ts";
import { classOfClaim, lineOfClaim } from "./claim-classes.ts";
import { LANE_PAIRS, LANES, type Line, lineClasses } from "./crowd-lines.ts";
import { crowdsIn, piecesIn } from "./crowds.ts";
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

/**
 * The marks and labels of one section as ProseMirror decorations. Each mark is a `<mark>` of its own, nested where two
 * overlap; where more do, those beside the active one are one `<mark>` that names them all, the innermost first. A mark
 * that reaches beyond the section is painted as far as the section goes.
 */
export function decorateSection(
  { source, text, section }: { readonly source: Source; readonly text: TextDocument; readonly section: Section },
  marks: readonly LanedMark[],
  painting: Painting,
): readonly Decoration[] {
  const isActive = ({ mark }: LanedMark) => mark.id === painting.activeMark;
  const { singles, crowds } = crowdsIn(
    section,
    marks.filter((laned) => !isActive(laned)),
  );
  const active = marks.filter(isActive).flatMap((laned) => piecesIn(section, laned));
  const decorate = (start: number, end: number, attributes: DecorationAttrs) =>
    Decoration.inline(text.position(start), text.position(end), attributes);
  return [
    ...[...singles, ...active].map(({ laned, start, end }) => decorate(start, end, lookOf(laned, painting))),
    ...crowds.flatMap(({ over, start, end }) => crowdLooks(over, painting).map((look) => decorate(start, end, look))),
    ...labelDecorations(source, section, text, marks, painting),
  ];
}

function lookOf({ mark, lane }: LanedMark, { activeMark, claimColour }: Painting): DecorationAttrs & { class: string } {
  const colour = mark.tags[0] && claimColour(mark.tags[0].claimId);
  const classes = [
    "mark",
    colour ? `claim-${colour}` : "",
    mark.tags[0]?.stance ?? "untagged",
    mark.tags[0] && mark.tags[0].voice !== "own" ? "quoted" : "own",
    `lane-${Math.min(lane, LANES - 1)}`,
    mark.id === activeMark ? "active" : "",
    ...mark.tags.map(({ claimId }) => classOfClaim(claimId)),
  ];
  return { nodeName: "mark", class: classes.filter(Boolean).join(" "), "data-mark": mark.id };
}

/**
 * The innermost mark as it looks by itself, with the lines of the others in their lanes; where they are in the lower ones,
 * these are an element around it.
 */
function crowdLooks(over: readonly LanedMark[], painting: Painting): readonly DecorationAttrs[] {
  const [innermost, ...others] = over.toReversed();
  if (!innermost) throw new Error("a crowd without a mark");
  const lanes: Mark[][] = Array.from({ length: LANES }, () => []);
  for (const { mark, lane } of others) lanes[Math.min(lane, LANES - 1)]?.push(mark);
  const lines = lanes.map((marks) => lineOf(marks, painting));
  const [upper, lower] = LANE_PAIRS.map((pair) => ({
    class: [
      `crowd lines-${pair[0]} ${lineClasses(pair, lines)}`,
      ...pair.flatMap((lane) =>
        (lanes[lane] ?? []).flatMap(({ tags }) => tags.map((tag) => lineOfClaim(lane, tag.claimId))),
      ),
    ].join(" "),
  }));
  const look = lookOf(innermost, painting);
  const inside = {
    ...look,
    ...upper,
    class: `${look.class} ${upper?.class}`,
    "data-mark": [innermost, ...others].map(({ mark }) => mark.id).join(" "),
  };
  return lines[2] || lines[3] ? [{ nodeName: "span", ...lower }, inside] : [inside];
}

function lineOf([first, ...more]: readonly Mark[], { claimColour }: Painting): Line | undefined {
  const tag = first?.tags[0];
  if (more.length > 0) return { style: "more", colour: undefined };
  return first && { style: tag?.stance ?? "untagged", colour: tag && claimColour(tag.claimId) };
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
