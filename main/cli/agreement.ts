import { readTable } from "../../annotations/agreement/table-line.ts";
import { tableReport } from "../../annotations/agreement/table-report.ts";
import { type CliCall, type CliCommand, UsageError } from "./cli-command.ts";
import { jsonLines } from "./json-lines.ts";

export const agreementCommand: CliCommand = {
  name: "agreement",
  synopsis: "--table F",
  summary: "computes statistics of agreement from tables of ratings, one result for each line",
  options: {
    table: {
      type: "string",
      value: "F",
      help:
        'a file with a JSON object in each line, or - for the standard input: {"name"?, "level": "nominal"|"ordinal"|"interval", ' +
        '"categories": [all that could be given, in order], "values": [[a category or null for each unit] for each rater]}',
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
  const table = call.text("table");
  if (table === undefined || call.words.length > 0)
    throw new UsageError("Say what to compare: --table with a file of ratings, or - for the standard input.");
  const tables = await jsonLines(table, call.terminal, readTable);
  return tables.map(({ name, level, table }) => () => ({ name, measures: tableReport(table, level) }));
}
