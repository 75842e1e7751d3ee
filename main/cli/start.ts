import { resolveStart } from "../host/start-project.ts";
import type { CliCommand } from "./cli-command.ts";
import { portOf, SERVE_OPTIONS, serve } from "./serve.ts";

/** What the program does when it is started without a window of its own. */
export const startCommand: CliCommand = {
  name: "start",
  synopsis: "[files or a project folder] [--port N] [--no-open] [--title T]",
  summary: "opens the sample, a project, or files as a new project, and serves it",
  options: { ...SERVE_OPTIONS, title: { type: "string", value: "T", help: "the title of a project made of files" } },
  words: { least: 0, most: Number.POSITIVE_INFINITY },
  internal: true,
  run: async (call) => {
    // A project is not to be made for a start that cannot be understood.
    portOf(call);
    return serve(call, await resolveStart(call.words, call.text("title"), call.paths));
  },
};
