import { FORMATS } from "../../annotations/exchange/formats.ts";
import type { CliCommand } from "./cli-command.ts";
import { textTable } from "./text-table.ts";

export const formatsCommand: CliCommand = {
  name: "formats",
  synopsis: "",
  summary: "lists the formats in which annotation sets are written and read",
  options: {},
  words: { least: 0, most: 0 },
  run: async () => {
    const rows = FORMATS.map(({ id, name, write, reader, options = [] }) => [
      id,
      [...(write ? ["write"] : []), ...(reader ? ["read"] : [])].join(", "),
      name,
      options.map((option) => `--option ${option.id}: ${option.description}`).join("; "),
    ]);
    return {
      text: `${textTable([["Format", "", "", ""], ...rows]).trimEnd()}\n`,
      json: FORMATS.map(
        ({ id, name, description, shape, extension, mediaType, carries, options = [], write, reader }) => ({
          ...{ id, name, description, shape, extension, mediaType, options },
          ...{ write: write !== undefined, read: reader !== undefined, carries: [...carries] },
        }),
      ),
    };
  },
};
