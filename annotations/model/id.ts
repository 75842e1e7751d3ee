import { z } from "zod";

/** The one function of the Web Crypto API that the domain needs; Node and browsers both have it. */
declare const crypto: { randomUUID(): string };

export const ProjectId = z.uuid().brand<"ProjectId">();
export type ProjectId = z.infer<typeof ProjectId>;

export const SourceId = z.uuid().brand<"SourceId">();
export type SourceId = z.infer<typeof SourceId>;

export const AnalystId = z.uuid().brand<"AnalystId">();
export type AnalystId = z.infer<typeof AnalystId>;

export const ClaimId = z.uuid().brand<"ClaimId">();
export type ClaimId = z.infer<typeof ClaimId>;

export const SpeakerId = z.uuid().brand<"SpeakerId">();
export type SpeakerId = z.infer<typeof SpeakerId>;

export const MarkId = z.uuid().brand<"MarkId">();
export type MarkId = z.infer<typeof MarkId>;

export const TagId = z.uuid().brand<"TagId">();
export type TagId = z.infer<typeof TagId>;

/** Makes a fresh random id (UUID version 4, RFC 9562) of the kind that `kind` describes. */
export function newId<Kind extends z.ZodType<string>>(kind: Kind): z.infer<Kind> {
  return kind.parse(crypto.randomUUID());
}
