import { type UnknownFields, unknownFields } from "../../commands/unknown-fields.ts";

/** The fields of a value that its schema does not name, where it has any. */
export function moreOf(value: object, shape: object): { readonly more?: UnknownFields } {
  // Nearly nothing has any, and an export may hold a hundred thousand marks.
  if (Object.keys(value).every((field) => Object.hasOwn(shape, field))) return {};
  return { more: unknownFields(value, shape) };
}
