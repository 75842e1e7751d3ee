import { sameContent } from "../../commands/same-content.ts";
import type { UnknownFields } from "../../commands/unknown-fields.ts";

/** Unknown fields together with those of files: with `fields` where that adds any, and the names of those that stay as they are. */
export interface JoinedFields {
  readonly fields?: UnknownFields;
  readonly stays: readonly string[];
}

/** Those of the files join where there is none of the name; of two with one name theirs counts where `takes` says so. */
export function joinedFields(here: UnknownFields, theirs: UnknownFields = {}, takes = false): JoinedFields {
  const other = Object.entries(theirs).filter(([field, value]) => !sameContent(here[field], value));
  const taken = other.filter(([field]) => takes || !Object.hasOwn(here, field));
  const stays = other.filter((entry) => !taken.includes(entry)).map(([field]) => field);
  return taken.length === 0 ? { stays } : { fields: { ...here, ...Object.fromEntries(taken) }, stays };
}
