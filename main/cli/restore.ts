import { resolve } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import { commandsBetween, differenceOf, type SetDifference } from "../../annotations/commands/difference.ts";
import { claimsOthersNeed } from "../../annotations/commands/set-draft.ts";
import { annotationSet } from "../../annotations/model/project.ts";
import { now } from "../../annotations/model/timestamp.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { onlyAnalyst } from "./analyst-choice.ts";
import { type CliCommand, firstWord } from "./cli-command.ts";

export const restoreCommand: CliCommand = {
  name: "restore",
  synopsis: "<folder> <version> [--analyst A]",
  summary: "goes back to another version of an analyst's marks, as the list of versions names it",
  options: {
    analyst: { type: "string", value: "A", help: "whose, by name or id; not needed where there is only one" },
  },
  words: { least: 2, most: 2 },
  run: async (call) => {
    const [, version = ""] = call.words;
    const store = await openProjectStore(nodeFiles, resolve(firstWord(call)));
    try {
      const analyst = onlyAnalyst(store.project, call.text("analyst"));
      await store.workAs(analyst);
      if (store.access.kind === "read-only") throw new Failure("refused", store.access.reason);
      // The list shows the time before the file; either names a version.
      const versions = await store.versions();
      const wanted = await store.readVersion(versions.find(({ at }) => at === version)?.id ?? version);
      const present = annotationSet(store.project, analyst.id);
      if (!present) throw new Failure("refused", "This analyst has no marks here.");
      const stamp = { analyst: analyst.id, at: now() };
      const commands = commandsBetween(present, wanted, stamp, claimsOthersNeed(store.project, analyst.id));
      if (commands.length > 0) await store.apply([{ kind: "batch", ...stamp, commands }]);
      const difference = differenceOf(present, wanted);
      return { text: `${summary(difference)}\n`, json: { analyst, version, difference } };
    } finally {
      await store.close();
    }
  },
};

const NOUNS = {
  marks: { one: "mark", many: "marks" },
  claims: { one: "claim", many: "claims" },
  cells: { one: "cell", many: "cells" },
  bin: { one: "mark in the bin", many: "marks in the bin" },
  cellNotes: { one: "note on a cell", many: "notes on cells" },
  originVerdicts: { one: "verdict on two sources", many: "verdicts on pairs of sources" },
  done: { one: "source that is done", many: "sources that are done" },
  reveals: { one: "reveal of a source", many: "reveals of sources" },
} as const;

function amount(count: number, part: keyof typeof NOUNS): string {
  return `${count} ${count === 1 ? NOUNS[part].one : NOUNS[part].many}`;
}

function summary(difference: SetDifference): string {
  const parts = (
    ["marks", "claims", "cells", "bin", "cellNotes", "originVerdicts", "done", "reveals"] as const
  ).flatMap((part) => {
    const { added, removed, changed } = difference[part];
    return [
      ...(added > 0 ? [`${amount(added, part)} came back`] : []),
      ...(removed > 0 ? [`${amount(removed, part)} went`] : []),
      ...(changed > 0 ? [`${amount(changed, part)} changed back`] : []),
    ];
  });
  return parts.length === 0
    ? "Nothing differs from that version."
    : `${parts.join(", ")}. What was there before is kept as a backup.`;
}
