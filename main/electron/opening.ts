import { resolve } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import type { Host } from "../host/host.ts";
import type { Paths } from "../host/paths.ts";
import { resolveStart } from "../host/start-project.ts";
import type { Given } from "./arguments.ts";
import { chooseArticles, chooseProject, showRefusal } from "./dialogs.ts";

/** The ways to another project while the application runs. When one is refused, the present project stays open. */
export interface Opening {
  given(given: Given, from: string): Promise<void>;
  project(folder: string): Promise<void>;
  /** Asks for a project's folder. */
  chosen(): Promise<void>;
  /** Asks for articles and makes a project of them. */
  newProject(): Promise<void>;
  clearRecent(): Promise<void>;
}

/** `changed` is called after each attempt, since the list of recent projects may be another one then. */
export function createOpening(host: Host, paths: Paths, changed: () => void): Opening {
  async function attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      await showRefusal(sentence(error));
    } finally {
      changed();
    }
  }
  const given = (what: Given, from: string) =>
    attempt(async () => host.openProject(await givenProject(what, from, paths)));
  const project = (folder: string) => attempt(() => host.openProject(folder));
  return {
    given,
    project,
    chosen: async () => {
      const folder = await chooseProject();
      if (folder !== undefined) await project(folder);
    },
    newProject: async () => {
      const articles = await chooseArticles("New Project from Articles");
      if (articles.length > 0) await given({ paths: articles, title: null }, process.cwd());
    },
    clearRecent: () => attempt(() => host.settings.update((settings) => ({ ...settings, recent: [] }))),
  };
}

/** The folder of the project that a person gave in the folder `from`. Throws a `Failure` when it is refused. */
export function givenProject({ paths: given, title }: Given, from: string, paths: Paths): Promise<string> {
  return resolveStart(
    given.map((path) => resolve(from, path)),
    title ?? undefined,
    paths,
  );
}

/** What a person is told of an error. Faults of the program go to the standard error stream as well. */
function sentence(error: unknown): string {
  if (error instanceof Failure) return error.message;
  console.error(error);
  return "Something went wrong inside Parallax. Nothing was changed.";
}
