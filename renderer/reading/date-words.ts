const FORMS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { year: "numeric" },
  2: { year: "numeric", month: "short" },
  3: { year: "numeric", month: "short", day: "numeric" },
};

/** A year, month or day in ISO 8601 as people write it: "23 Nov 2022", "Nov 2022", "2022". */
export function dateWords(date: string): string {
  const parts = date.split("-").map(Number);
  const [year = 0, month = 1, day = 1] = parts;
  const form = FORMS[parts.length];
  if (!form || !date) return date;
  return new Intl.DateTimeFormat("en-GB", { ...form, timeZone: "UTC" }).format(
    new Date(Date.UTC(year, month - 1, day)),
  );
}
