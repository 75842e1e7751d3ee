import { z } from "zod";
import { ClaimId } from "./id.ts";
import { Timestamp } from "./timestamp.ts";
import { Verdict } from "./verdict.ts";

/** The short claim ID that people see: one to 24 characters without blanks, for example `C1`. */
export const ClaimLabel = z.string().regex(/^\S{1,24}$/u, { error: "a claim ID has 1 to 24 characters and no blanks" });

/** How many characters the texts of a claim may have at most. */
export const CLAIM_LENGTHS = { label: 24, text: 2_000, note: 20_000 } as const;

/** The colours that a claim may have: hues of Okabe and Ito that stay apart for colour-blind readers. */
export const CLAIM_COLOURS = ["blue", "green", "amber", "vermilion", "purple", "slate"] as const;

const ClaimColour = z.enum(CLAIM_COLOURS);
export type ClaimColour = z.infer<typeof ClaimColour>;

/** One revision of a claim: a single, dated, checkable statement in neutral words, as one analyst made or changed it. */
export const Claim = z.looseObject({
  id: ClaimId,
  label: ClaimLabel,
  text: z.string().trim().min(1).max(CLAIM_LENGTHS.text),
  note: z.string().max(CLAIM_LENGTHS.note),
  aliases: z.array(z.string()).readonly(),
  createdAt: Timestamp,
  revisedAt: Timestamp,
  removed: z.boolean(),
  /** The claim that it is part of; without one, or with one that is not there, it stands at the top. */
  parent: ClaimId.optional(),
  colour: ClaimColour.optional(),
  /** Where it stands among those with the same parent, as a moment in milliseconds since 1970; absent: when it was made. */
  order: z.number().optional(),
  /** What counts as a passage of the claim, and what does not, as a codebook says it. */
  include: z.string().max(CLAIM_LENGTHS.note).optional(),
  exclude: z.string().max(CLAIM_LENGTHS.note).optional(),
  /** Absent where nobody has said whether it is true. */
  verdict: Verdict.optional(),
});
export type Claim = Readonly<z.infer<typeof Claim>>;
