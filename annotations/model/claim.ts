import { z } from "zod";
import { ClaimId } from "./id.ts";
import { Timestamp } from "./timestamp.ts";

/** The short claim ID that people see: one to 24 characters without blanks, for example `C1`. */
export const ClaimLabel = z.string().regex(/^\S{1,24}$/u, { error: "a claim ID has 1 to 24 characters and no blanks" });

/** One revision of a claim: a single, dated, checkable statement in neutral words, as one analyst made or changed it. */
export const Claim = z.looseObject({
  id: ClaimId,
  label: ClaimLabel,
  text: z.string().trim().min(1).max(2_000),
  note: z.string().max(20_000),
  aliases: z.array(z.string()).readonly(),
  createdAt: Timestamp,
  revisedAt: Timestamp,
  removed: z.boolean(),
});
export type Claim = Readonly<z.infer<typeof Claim>>;
