import { Timestamp } from "../model/timestamp.ts";

/** A moment as other programs write it, as Parallax does; undefined where it is not one in UTC. */
export function utcTime(value: unknown): Timestamp | undefined {
  if (typeof value !== "string" || value.length > 40) return undefined;
  return Timestamp.safeParse(value.replace(/[+-]00:?00$/, "Z")).data;
}
