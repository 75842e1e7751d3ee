/** Fields of a file that this version does not know. */
export type UnknownFields = Readonly<Record<string, unknown>>;

/** The fields of a value that its schema does not name. */
export function unknownFields(value: object, shape: object): UnknownFields {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !Object.hasOwn(shape, field)));
}

/** The value with these unknown fields in the place of its own; undefined leaves it as it is. Known fields are never touched. */
export function withUnknown<Value extends object>(
  value: Value,
  shape: object,
  fields: UnknownFields | undefined,
): Value {
  if (fields === undefined) return value;
  const known = Object.entries(value).filter(([field]) => Object.hasOwn(shape, field));
  return Object.fromEntries([...known, ...Object.entries(unknownFields(fields, shape))]) as Value;
}
