import { CLAIM_COLOURS, type ClaimColour } from "../../annotations/model/claim.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { STANCES } from "../../annotations/model/stance.ts";
import { lineOfClaim } from "./claim-classes.ts";

/** Beyond this many marks over one place the underlines share the last lane. */
export const LANES = 4;

/** The lanes whose lines one element of a crowd shows: the upper two inside, the lower two around them. */
export const LANE_PAIRS = [
  [0, 1],
  [2, 3],
] as const;
export type LanePair = (typeof LANE_PAIRS)[number];

const STYLES = [...STANCES, "untagged", "more"] as const;

/** A line as the underline of a stance, or, where several marks share a lane, one heavy line for all; and of what colour. */
export interface Line {
  readonly style: (typeof STYLES)[number];
  readonly colour: ClaimColour | undefined;
}

/** The classes of an element that shows lines in two lanes. */
export function lineClasses([upper, lower]: LanePair, lines: readonly (Line | undefined)[]): string {
  const colours = [upper, lower].flatMap((lane) => {
    const colour = lines[lane]?.colour;
    return colour ? [`line-${lane}-${colour}`] : [];
  });
  return [pairClass(upper, lines[upper]?.style, lines[lower]?.style), ...colours].join(" ");
}

function pairClass(upper: number, ...[first = "no", second = "no"]: readonly (string | undefined)[]): string {
  return `lines-${upper}-${first}-${second}`;
}

/** The rules that have the lines of a claim heavier inside of what `within` selects. */
export function heavierLines(within: string, claim: ClaimId): readonly string[] {
  return LANE_PAIRS.flatMap((lanes) => {
    const [upper, lower] = lanes.map((lane) => `.${lineOfClaim(lane, claim)}`);
    return [
      `${within} ${upper} { background-size: ${sizes(HEAVIER, TILE)}; }`,
      `${within} ${lower} { background-size: ${sizes(TILE, HEAVIER)}; }`,
      `${within} ${upper}${lower} { background-size: ${sizes(HEAVIER, HEAVIER)}; }`,
    ];
  });
}

/** What is repeated along the text. A line takes its share of the height, so that it gets heavier as that grows. */
const TILE = "5px 3px";
const HEAVIER = "5px 4.5px";

function sizes(first: string, second: string): string {
  return `${first}, ${second}, 100% 84%`;
}

/** Lines as the browser draws them under text, in the colour C, over a tile. */
const IMAGES: Readonly<Record<Line["style"], readonly [image: string, colour: string]>> = {
  supports: ["linear-gradient(C 50%, #0000 0)", "supports"],
  refutes: ["linear-gradient(C 33%, #0000 0 67%, C 0)", "refutes"],
  mixed: ["conic-gradient(from 90deg at 35% 50%, #0000 75%, C 0)", "mixed"],
  questions: ["radial-gradient(60% 100% at 50% 0, #0000 55%, C 60% 95%, #0000)", "questions"],
  mentions: ["radial-gradient(22% 36% at 25% 36%, C 70%, #0000)", "mentions"],
  untagged: ["linear-gradient(C 50%, #0000 0)", "ink-2"],
  more: ["linear-gradient(C 100%, #0000 0)", "ink-2"],
};

/** How far below the base line each lane is, as in the style sheet for marks by themselves, in whole pixels. */
const LANE_OFFSETS = [3, 7, 11, 15];

/** How far the letters of the reading face go above the base line, where the box around them begins. */
const ASCENT = "round(1.036em, 1px)";

/**
 * Styles the elements that show crowds of marks: an element has one underline only, so those of the other marks are images
 * behind it. Every two lines have a rule of their own: properties that an element hands on to such a rule would cost ten
 * times as much, and thousands of these elements are on the screen. Call once.
 */
export function styleCrowds(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(crowdRules().join("\n"));
  document.adoptedStyleSheets.push(sheet);
}

function crowdRules(): readonly string[] {
  const neutral = LANE_OFFSETS.map((_, lane) => `--colour-${lane}: var(--ink-2);`).join(" ");
  return [
    ...LANE_PAIRS.flatMap(pairRules),
    `[data-colour-by="claim"] .lines-0, [data-colour-by="claim"] .lines-2 { ${neutral} }`,
    ...LANE_OFFSETS.flatMap((_, lane) => CLAIM_COLOURS.map((colour) => claimRule(lane, colour))),
  ];
}

function pairRules(pair: LanePair): readonly string[] {
  const [upper, lower] = pair;
  const tint = upper === 0 ? "linear-gradient(var(--fill), var(--fill))" : "none";
  const styles = [undefined, ...STYLES];
  return [
    `.lines-${upper} {
      background-position: ${pair.map((lane) => `0 calc(${ASCENT} + ${LANE_OFFSETS[lane]}px)`).join(", ")}, 0 100%;
      background-size: ${sizes(TILE, TILE)};
      background-repeat: repeat-x, repeat-x, no-repeat;
      background-origin: content-box;
    }`,
    ...styles.flatMap((first) =>
      styles.map((second) => {
        const images = [imageOf(upper, first), imageOf(lower, second), tint].join(", ");
        return `.${pairClass(upper, first, second)} { background-image: ${images}; }`;
      }),
    ),
  ];
}

function imageOf(lane: number, style: Line["style"] | undefined): string {
  if (!style) return "none";
  const [image, colour] = IMAGES[style];
  return image.replaceAll("C", `var(--colour-${lane}, var(--${colour}))`);
}

function claimRule(lane: number, colour: ClaimColour): string {
  return `[data-colour-by="claim"] .line-${lane}-${colour} { --colour-${lane}: var(--claim-${colour}); }`;
}
