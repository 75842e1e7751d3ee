import { resolve } from "node:path";
import { READ_FORMATS } from "../../annotations/exchange/formats.ts";
import type { ReadSource } from "../../annotations/exchange/reading/read-annotations.ts";
import type { ConflictChoice, Consent } from "../../annotations/exchange/reading/reading-plan.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import { AnalystId, newId, type SourceId } from "../../annotations/model/id.ts";
import type { Project } from "../../annotations/model/project.ts";
import { readApart } from "../host/reading/read-apart.ts";
import { carryOut, wholeReading } from "../host/reading/read-into.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { analystNamed } from "./analyst-choice.ts";
import { type CliCall, type CliCommand, firstWord, UsageError } from "./cli-command.ts";
import { listed, sourcesNamed } from "./export-names.ts";
import { readingJson, readingText } from "./reading-preview.ts";

const FORMATS = READ_FORMATS.map(({ id }) => id).join("|");
const CONSENTS: readonly Consent[] = ["adjusted", "moved", "unverified"];
const CONFLICTS: readonly ConflictChoice[] = ["both", "ours", "theirs"];

export const readCommand: CliCommand = {
  name: "read",
  synopsis: "<folder> <file> [--format F] [--analyst A] [--from N] [--accept …] [--add-articles] [--dry-run]",
  summary: "reads annotations that another program or project has written; `parallax formats` lists the formats",
  options: {
    format: { type: "string", value: "F", help: `one of ${FORMATS}; recognised when it is not given` },
    analyst: {
      type: "string",
      value: "A",
      help: "whose set the marks join, by name or id; a new name makes a new set; each analyst of the file when not given",
    },
    from: { type: "string", value: "N1,N2", help: "only what these analysts of the file have marked" },
    accept: {
      type: "string",
      value: "K1,K2",
      help: "also marks that would not stand exactly where the file says: adjusted, moved, unverified",
    },
    conflicts: {
      type: "string",
      value: "C",
      help: "for what is here with other content: both (the default) keeps both marks, and what is here where there can be only one; ours or theirs keeps one of them",
    },
    match: {
      type: "string",
      value: "F=S",
      multiple: true,
      help: "the article F of the file is the source S here, each by id, title or file name; may be given several times",
    },
    "add-articles": {
      type: "boolean",
      help: "adds articles that the project does not have, where the file holds their texts",
    },
    "dry-run": { type: "boolean", help: "only says what would be read" },
  },
  words: { least: 2, most: 2 },
  run: async (call) => {
    const folder = resolve(firstWord(call));
    const path = resolve(call.words[1] ?? "");
    const format = formatOf(call);
    const wish = wishOf(call);
    const result = await readApart({ paths: [path], format });
    const store = await openProjectStore(nodeFiles, folder);
    try {
      const { project } = store;
      const reading = wholeReading(project, result.read, {
        ...wish,
        analyst: analystOf(project, call.text("analyst")),
        matches: matchesOf(project, result.read.sources, call.texts("match")),
      });
      const isWritten = !call.has("dry-run");
      if (isWritten) await carryOut(store, reading);
      const shown = { project, reading, result, isWritten };
      return { text: readingText(shown), json: { folder, file: path, ...readingJson(shown) } };
    } finally {
      await store.close();
    }
  },
};

function formatOf(call: CliCall): string | undefined {
  const format = call.text("format");
  if (format === undefined || READ_FORMATS.some(({ id }) => id === format)) return format;
  throw new UsageError(`--format must be one of ${FORMATS}.`);
}

function wishOf(call: CliCall) {
  const conflicts = CONFLICTS.find((one) => one === (call.text("conflicts") ?? "both"));
  if (!conflicts) throw new UsageError(`--conflicts must be one of ${CONFLICTS.join(", ")}.`);
  const accepted = (listed(call.text("accept")) ?? []).map((name) => {
    const consent = CONSENTS.find((one) => one === name);
    if (!consent) throw new UsageError(`--accept takes ${CONSENTS.join(", ")}.`);
    return consent;
  });
  return {
    conflicts,
    accepted: new Set(accepted),
    from: listed(call.text("from")),
    addArticles: call.has("add-articles"),
  };
}

/** Which articles of the files are which sources, as `in the file=here` says. */
function matchesOf(
  project: Project,
  sources: readonly ReadSource[],
  wishes: readonly string[],
): ReadonlyMap<string, SourceId> {
  return new Map(
    wishes.map((wish) => {
      const at = wish.lastIndexOf("=");
      const name = wish.slice(0, at);
      const read = sources.find((one) => [one.key, one.title, one.originalName, one.url, one.id].includes(name));
      if (at < 1 || !read) throw new UsageError(`--match ${wish}: the file has no article of that name.`);
      const [source] = sourcesNamed(project, [wish.slice(at + 1)]);
      if (!source) throw new UsageError(`--match ${wish}: after the = stands an article of this project.`);
      return [read.key, source];
    }),
  );
}

/** The analyst of the project with this name or id, or a new one with this name. */
function analystOf(project: Project, wish: string | undefined): Analyst | undefined {
  if (wish === undefined) return undefined;
  const isKnown = project.sets.some(
    ({ analyst: { id, name } }) => id === wish || name.toLowerCase() === wish.toLowerCase(),
  );
  return isKnown || wish.trim() === ""
    ? analystNamed(project, wish)
    : { id: newId(AnalystId), name: wish.trim().slice(0, 200) };
}
