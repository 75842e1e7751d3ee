import { readSpans } from "../../annotations/agreement/span-line.ts";
import { spanReport } from "../../annotations/agreement/span-report.ts";
import { readTable } from "../../annotations/agreement/table-line.ts";
import { tableReport } from "../../annotations/agreement/table-report.ts";
import { type CliCall, type CliCommand, UsageError } from "./cli-command.ts";
import { jsonLines } from "./json-lines.ts";

const LINES = "a file with a JSON object in each line, or - for the standard input:";

export const agreementCommand: CliCommand = {
  name: "agreement",
  synopsis: "--table F | --spans F",
  summary: "computes statistics of agreement from ratings or from marked spans, one result for each line",
  options: {
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
    for (const result of await resultsOf(call)) call.terminal.out(`${JSON.stringify(result())}\n`);
    return { text: "", json: null };
  },
};

/** Every line is read before the first result is made, so that there are results for all of them or none. */
async function resultsOf(call: CliCall): Promise<readonly (() => unknown)[]> {
  const { terminal } = call;
  const [table, spans] = [call.text("table"), call.text("spans")];
  if (call.words.length === 0 && table !== undefined && spans === undefined) {
    const inputs = await jsonLines(table, terminal, readTable);
    return inputs.map(({ name, level, table }) => () => ({ name, measures: tableReport(table, level) }));
  }
  if (call.words.length === 0 && spans !== undefined && table === undefined) {
    const inputs = await jsonLines(spans, terminal, readSpans);
    return inputs.map(({ name, text }) => () => ({ name, measures: spanReport(text) }));
  }
  throw new UsageError("Say what to compare: either --table with a file of ratings, or --spans with a file of spans.");
}
