/**
 * `next` with every part that says the same as in `former` replaced by that very object, so that whoever compares by
 * identity sees only what really changed; `former` itself when nothing did. Both must be plain JSON values. Items of
 * lists are matched by their ids, where they have them, else by their places.
 */
export function renewed<Value>(former: Value, next: Value): Value {
  if (isSame(former, next)) return former;
  if (isList(former) && isList(next)) return renewedList(former, next) as Value;
  if (isRecord(former) && isRecord(next)) return renewedRecord(former, next) as Value;
  return next;
}

/** Compares without making anything: of a large project nearly all is the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, place) => isSame(item, b[place]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
  );
}

function renewedList(former: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byId = new Map(former.map((item, place) => [idOf(item) ?? place, item]));
  return next.map((item, place) => renewed(byId.get(idOf(item) ?? place), item));
}

function renewedRecord(former: JsonRecord, next: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(next).map(([name, value]) => [name, renewed(former[name], value)]));
}

type JsonRecord = Readonly<Record<string, unknown>>;

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !isList(value);
}

function idOf(item: unknown): string | undefined {
  return isRecord(item) && typeof item.id === "string" ? item.id : undefined;
}
