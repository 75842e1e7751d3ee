import { z } from "zod";

/** What a person gave the program when starting it. */
export const Given = z.object({
  /** Article files, or one project folder; as given, so relative to where the person was. */
  paths: z.array(z.string()).readonly(),
  /** For a project that is made of the files; null when none was given. */
  title: z.string().nullable(),
});
export type Given = Readonly<z.infer<typeof Given>>;

/** What a second start tells the first one. */
export const SecondStart = z.object({
  given: Given,
  /** The folder in which the person was. */
  from: z.string(),
});
export type SecondStart = Readonly<z.infer<typeof SecondStart>>;

/** Switches of Electron whose value is the next word. */
const WITH_VALUE = new Set(["-r", "--require"]);

const TITLE = "--title=";

/**
 * Reads the program's own arguments out of the whole command line, past the switches of Electron and Chromium. In an
 * unpackaged start the first word is the application's path. After `--` every word is a path.
 */
export function readArguments(argv: readonly string[], packaged: boolean): Given {
  const words = [...plainWords(argv.slice(1))];
  const options = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  const titles = options.filter((word) => word.startsWith(TITLE));
  return { paths: packaged ? words : words.slice(1), title: titles.at(-1)?.slice(TITLE.length) ?? null };
}

function* plainWords(argv: readonly string[]): Generator<string> {
  let literal = false;
  let isValue = false;
  for (const word of argv) {
    if (literal || !(isValue || word.startsWith("-"))) yield word;
    else if (word === "--" && !isValue) literal = true;
    isValue = !literal && !isValue && WITH_VALUE.has(word);
  }
}
