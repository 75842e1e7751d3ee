import { type UnknownFields, unknownFields } from "../../commands/unknown-fields.ts";

const NONE = {};

/** The fields of a value that its schema does not name, where it has any. */
export function moreOf(value: object, shape: object): { readonly more?: UnknownFields } {
  // Nearly nothing has any, and an export may hold a hundred thousand marks.
  for (const field of Object.keys(value)) {
    if (!Object.hasOwn(shape, field)) return { more: unknownFields(value, shape) };
  }
  return NONE;
}
