import { readSpans } from "../../annotations/agreement/span-line.ts";
import { spanReport } from "../../annotations/agreement/span-report.ts";
import { readTable } from "../../annotations/agreement/table-line.ts";
import { tableReport } from "../../annotations/agreement/table-report.ts";
import { analystsAgreement } from "./analysts-agreement.ts";
import { type CliCall, type CliCommand, type CliResult, UsageError } from "./cli-command.ts";
import { jsonLines } from "./json-lines.ts";

const USE =
  "Say what to compare: the folder of a project, or --table with a file of ratings, or --spans with a file of spans.";

const LINES = "a file with a JSON object in each line, or - for the standard input:";

export const agreementCommand: CliCommand = {
  name: "agreement",
  synopsis: "<folder> | --table F | --spans F",
  summary: "computes how far the analysts of a project agree, or statistics of bare ratings or spans, a line for each",
  options: {
    level: { type: "string", value: "L", help: "in a project: only place, claim or stance" },
    measure: { type: "string", value: "M", help: "in a project: only this measure, by its id" },
    quoted: { type: "boolean", help: "in a project: stances that articles only quote count too" },
    blind: { type: "boolean", help: "in a project: only what analysts made before they saw the others' marks counts" },
    table: {
      type: "string",
      value: "F",
      help:
        `${LINES} {"name"?, "level": "nominal"|"ordinal"|"interval", ` +
        '"categories": [all that could be given, in order], "values": [[a category or null for each unit] for each rater]}',
    },
    spans: {
      type: "string",
      value: "F",
      help: `${LINES} {"name"?, "length": N, "annotations": {analyst: [{"start": N, "end": N, "label": "L"}]}}`,
    },
  },
  words: { least: 0, most: 1 },
  run: async (call) => {
    const [folder] = call.words;
    if (folder !== undefined) return inFolder(call, folder);
    for (const result of await resultsOf(call)) call.terminal.out(`${JSON.stringify(result())}\n`);
    return { text: "", json: null };
  },
};

function inFolder(call: CliCall, folder: string): Promise<CliResult> {
  if (call.text("table") !== undefined || call.text("spans") !== undefined) throw new UsageError(USE);
  return analystsAgreement(call, folder);
}

/** Every line is read before the first result is made, so that there are results for all of them or none. */
async function resultsOf(call: CliCall): Promise<readonly (() => unknown)[]> {
  const { terminal } = call;
  const [table, spans] = [call.text("table"), call.text("spans")];
  if (table !== undefined && spans === undefined) {
    const inputs = await jsonLines(table, terminal, readTable);
    return inputs.map(({ name, level, table }) => () => ({ name, measures: tableReport(table, level) }));
  }
  if (spans !== undefined && table === undefined) {
    const inputs = await jsonLines(spans, terminal, readSpans);
    return inputs.map(({ name, text }) => () => ({ name, measures: spanReport(text) }));
  }
  throw new UsageError(USE);
}
