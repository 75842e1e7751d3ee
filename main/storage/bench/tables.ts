import type { Measurements, Start, Writing } from "./measurements.ts";
import type { Way } from "./rapid.ts";

const WRITING: Readonly<Record<Writing, string>> = {
  floor: "*floor: one line and `fdatasync`*",
  parallax: "**Parallax**",
  memory: "*of which applying it in memory*",
  lowdb: "lowdb as it comes",
  "lowdb-fsync": "lowdb, fsync and rename",
};

const STARTS: Readonly<Record<Start, string>> = {
  snapshot: "snapshot",
  "snapshot-and-200": "snapshot and 200 changes in the journal",
  journal: "journal only",
};

const WAYS: Readonly<Record<Way, string>> = {
  each: "each by itself, none waiting for another",
  together: "as one change",
  "marks-together": "as one change, new marks only",
};

const NUMBER = /^[\d.,]+$/;

/** The measurements as Markdown. */
export function tablesOf({ machine, latency, blocking, opening, rapid, importing }: Measurements): string {
  const floors = new Map(latency.filter(({ way }) => way === "floor").map(({ marks, p50 }) => [marks, p50]));
  return [
    `Measured on ${machine.processors}, ${machine.system}, Node ${machine.node}, file system ${machine.fileSystem}, load ${machine.load.toFixed(1)} at the start; times in milliseconds.`,
    section(
      "From a command to its acknowledgement",
      ["marks", "written by", "n", "p50", "p95", "p99", "p50 ÷ floor"],
      latency.map(({ marks, way, count, p50, p95, p99 }) => [
        ...[whole(marks), WRITING[way], whole(count), digits(p50), digits(p95), digits(p99)],
        digits(p50 / (floors.get(marks) ?? Number.NaN)),
      ]),
    ),
    section(
      "The longest time that nothing else could run while a snapshot was written",
      ["marks", "while", "n", "p50", "p95", "most"],
      blocking.map(({ marks, during, count, p50, p95, max }) => [
        ...[whole(marks), during === "snapshot" ? "**a snapshot**" : "*nothing is written*", whole(count)],
        ...[digits(p50), digits(p95), digits(max)],
      ]),
    ),
    section(
      "Opening a project, each time in a new process",
      ["marks", "from", "n", "p50", "most", "*floor: `JSON.parse` of the same files*"],
      opening.map(({ marks, from, count, p50, max, floor }) => [
        ...[whole(marks), STARTS[from], whole(count), digits(p50), digits(max), digits(floor)],
      ]),
    ),
    section(
      "2,000 commands at once, until the last is acknowledged",
      ["marks", "sent", "n", "p50", "most"],
      rapid.map(({ marks, way, count, p50, max }) => [
        ...[whole(marks), WAYS[way], whole(count), digits(p50), digits(max)],
      ]),
    ),
    section(
      "An import into an empty set, saved as one change",
      ["marks", "time"],
      importing.map(({ marks, milliseconds }) => [whole(marks), digits(milliseconds)]),
    ),
  ].join("\n\n");
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (rows.every((cells) => NUMBER.test(cells[column] ?? "")) ? "--:" : "---"));
  return [`### ${title}`, "", ...[head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** Three digits that count, and no more. */
function digits(value: number): string {
  if (value >= 100) return whole(value);
  return value.toFixed(value >= 10 ? 1 : 2);
}
