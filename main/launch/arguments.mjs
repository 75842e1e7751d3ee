import util from "node:util";

/** What `npm start -- --help` says. */
export const USAGE = `Usage: npm start -- [files or a project folder] [options]

Without files it opens the bundled sample project.

  --title T     the title of a project made of files
  --web         open in the browser, not in a window of its own
  --port N      serve the browser on port N (in the browser only)
  --no-open     serve, but do not open a browser
  --desktop     open in a window of its own; tries again to get Electron
  --help        this text`;

/**
 * What a person asked of `npm start`.
 * @typedef {object} Wish
 * @property {"any" | "window" | "browser"} where
 * @property {string[]} opening what to open: files, a folder, a title; alike for window and browser
 * @property {string[]} serving what concerns the browser only
 */

/**
 * Reads the arguments of `npm start`.
 * @param {readonly string[]} args
 * @returns {{ kind: "wish", wish: Wish } | { kind: "help" } | { kind: "wrong", reason: string }}
 */
export function readArguments(args) {
  /** @type {ReturnType<typeof parse>} */
  let parsed;
  try {
    parsed = parse(args);
  } catch (error) {
    return { kind: "wrong", reason: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  const serving = [
    ...(values.port === undefined ? [] : ["--port", values.port]),
    ...(values["no-open"] ? ["--no-open"] : []),
  ];
  const browser = values.web === true || serving.length > 0;
  if (browser && values.desktop)
    return { kind: "wrong", reason: "--desktop goes with none of --web, --port and --no-open." };
  const title = values.title === undefined ? [] : [`--title=${values.title}`];
  const paths = positionals.some((path) => path.startsWith("-")) ? ["--", ...positionals] : positionals;
  return {
    kind: "wish",
    wish: { where: browser ? "browser" : values.desktop ? "window" : "any", opening: [...title, ...paths], serving },
  };
}

/** @param {readonly string[]} args */
function parse(args) {
  return util.parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      title: { type: "string" },
      port: { type: "string" },
      "no-open": { type: "boolean" },
      web: { type: "boolean" },
      desktop: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
}
