import type { ClaimColour } from "../../model/claim.ts";
import type { ListedClaim } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import { STANCES, type Stance } from "../../model/stance.ts";
import { amount } from "../../text/amount.ts";
import { joinedLabel } from "../reading/label-meaning.ts";
import type { XmlWriter } from "../xml/xml-writer.ts";
import { CLAIM_FIELD, type DescriptionField, descriptionOf } from "./description.ts";
import { derivedGuid } from "./guid.ts";

/** The claims' colours on white paper. */
export const CODE_COLOURS: Readonly<Record<ClaimColour, string>> = {
  blue: "#0b66a8",
  green: "#006b4d",
  amber: "#835b00",
  vermilion: "#ad3e08",
  purple: "#844a98",
  slate: "#566370",
};

/** Claims more levels down than this stand at the top, where every program can show them. */
const DEEPEST = 60;

/** The GUID of the code that stands for a claim with a stance. */
export function stanceGuid(claim: ClaimId, stance: Stance): string {
  return derivedGuid(`${claim} ${stance}`);
}

/**
 * Writes the claims as codes, each with a code for every stance and the claims that are part of it below. Gives what is
 * changed on the way, in sentences.
 */
export function writeCodes(xml: XmlWriter, claims: readonly ListedClaim[]): readonly string[] {
  xml.open("Codes");
  const below = childrenByParent(claims);
  const top = below.get(null) ?? [];
  for (const claim of top) writeCode(xml, claim, below);
  xml.close();
  const ids = new Set(claims.map(({ id }) => id));
  const raised = top.filter(({ parent }) => parent !== undefined && ids.has(parent)).length;
  if (raised === 0) return [];
  return [
    `${amount(raised, "claim")} more than ${DEEPEST} levels down ${raised === 1 ? "stands" : "stand"} at the top, since programs do not show more.`,
  ];
}

type Children = ReadonlyMap<ClaimId | null, readonly ListedClaim[]>;

function childrenByParent(claims: readonly ListedClaim[]): Children {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const below = new Map<ClaimId | null, ListedClaim[]>();
  for (const claim of claims) {
    const parent = isPlaced(claim, byId) ? (claim.parent ?? null) : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(claim);
    else below.set(parent, [claim]);
  }
  return below;
}

/** Whether a claim has a parent, and leads to the top from there within the levels that are written. */
function isPlaced({ parent }: ListedClaim, byId: ReadonlyMap<ClaimId, ListedClaim>): boolean {
  let above = parent && byId.get(parent);
  if (!above) return false;
  for (let level = 0; level < DEEPEST; level++) {
    above = above.parent && byId.get(above.parent);
    if (!above) return true;
  }
  return false;
}

function writeCode(xml: XmlWriter, claim: ListedClaim, below: Children): void {
  const { id, displayLabel, colour } = claim;
  const color = colour && CODE_COLOURS[colour];
  xml.open("Code", { guid: id, name: displayLabel, isCodable: "true", color });
  xml.leaf("Description", {}, descriptionOf(claimFields(claim)));
  for (const stance of STANCES) {
    const name = joinedLabel(displayLabel, stance);
    xml.leaf("Code", { guid: stanceGuid(id, stance), name, isCodable: "true", color });
  }
  for (const child of below.get(id) ?? []) writeCode(xml, child, below);
  xml.close();
}

function claimFields({ text, note, include, exclude, aliases }: ListedClaim): readonly DescriptionField[] {
  return [
    [CLAIM_FIELD, text],
    ...(note === "" ? [] : [["Note", note] as const]),
    ...(include === undefined ? [] : [["Counts", include] as const]),
    ...(exclude === undefined ? [] : [["Does not count", exclude] as const]),
    ...aliases.map((alias) => ["Alias", alias] as const),
  ];
}
