import { cp, mkdir, mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, sep } from "node:path";
import { START_LIMIT_MS } from "./host-process.ts";
import type { Refusal, Running, Start } from "./running.ts";

/** One way into the built application. */
export interface Host {
  readonly kind: "web" | "electron";
  start(start: Start): Promise<Running>;
  /** Starts with something that is expected to be refused. */
  refuse(start: Omit<Start, "complain">): Promise<Refusal>;
}

/** What a spec opens. Without anything it is the bundled sample project. */
export interface Opening {
  /** What follows `npm start --`. Relative paths belong to the folder that `prepare` was given. */
  readonly args?: readonly string[];
  /** A project folder to open. It is copied first, so the spec may do with it what it likes. */
  readonly project?: string;
  /** Is given the copy of `project`, else an empty folder that is the current one for `args`, before the start. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** Opens the very folder that another application has open, in a second host, which is the one in the browser. */
  readonly beside?: Beside;
}

/** Two hosts with one home work as the same analyst; with a home of its own the second is somebody else. */
interface Beside {
  readonly app: App;
  readonly as: "same-analyst" | "another-analyst";
}

/** The running application, as a spec sees it. */
export interface App extends Omit<Running, "stop"> {
  readonly host: Host["kind"];
  /** A fresh folder in which the application keeps all that is its own (PARALLAX_HOME). */
  readonly home: string;
  /** The folder of the open project. */
  readonly folder: string;
  /** Ends the application in its orderly way where it still runs, and opens the same project again; `page` is a new one then. */
  restart(): Promise<void>;
}

/** Starts the application in a fresh home. Disposing of it ends it and removes what it left. */
export async function openApp(
  host: Host,
  opening: Opening,
  complain: (complaint: string) => void,
): Promise<App & AsyncDisposable> {
  const place = await prepare(opening);
  const start = async (args: readonly string[]) => {
    const started = await host.start({ ...place, args, complain });
    // The screen is there and listens to keys.
    const screen = started.page.getByRole("banner").waitFor({ timeout: START_LIMIT_MS });
    await screen.catch(async (error) => {
      await started.stop();
      throw error;
    });
    return started;
  };
  const remove = () => rm(place.root, { recursive: true, force: true });
  let running = await start(place.args).catch(async (error) => {
    await remove();
    throw error;
  });
  const isFolder = opening.project !== undefined || opening.beside !== undefined;
  const folder = isFolder ? place.cwd : await onlyProject(place);
  return {
    host: host.kind,
    home: place.home,
    folder,
    get page() {
      return running.page;
    },
    kill: () => running.kill(),
    chooseFiles: (paths) => running.chooseFiles(paths),
    saveTo: (path) => running.saveTo(path),
    restart: async () => {
      await running.stop();
      running = await start([folder]);
    },
    [Symbol.asyncDispose]: async () => {
      await running.stop();
      await remove();
    },
  };
}

/** Starts the application in a fresh home with something that it is expected to refuse. */
export async function refuseOpening(host: Host, opening: Opening): Promise<Refusal> {
  const place = await prepare(opening);
  try {
    return await host.refuse(place);
  } finally {
    await rm(place.root, { recursive: true, force: true });
  }
}

/** Where one start happens: fresh folders, and what follows from them. */
interface Place extends Omit<Start, "complain"> {
  readonly root: string;
  readonly home: string;
}

async function prepare({ args = [], project, prepare: change = async () => {}, beside }: Opening): Promise<Place> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "parallax-e2e-")));
  const home = beside?.as === "same-analyst" ? beside.app.home : join(root, "home");
  const cwd = beside?.app.folder ?? join(root, "files");
  await mkdir(join(home, "config"), { recursive: true });
  if (project !== undefined) await cp(project, cwd, { recursive: true });
  else if (!beside) await mkdir(cwd);
  await change(cwd);
  const env = { ...withoutInherited(process.env), PARALLAX_HOME: home, PARALLAX_CONFIG: join(home, "config") };
  return { root, home, cwd, env, args: project === undefined && !beside ? args : [cwd, ...args] };
}

/** The environment without what would make Electron a plain Node or change how Node runs. */
function withoutInherited(env: NodeJS.ProcessEnv): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...rest } = env;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The folder of the project that the application made for itself, or that `prepare` made and `args` named. */
async function onlyProject({ root }: Place): Promise<string> {
  const files = (await readdir(root, { recursive: true })).filter((path) => basename(path) === "project.json");
  const folders = files.map((path) => join(root, dirname(path)));
  // A project may keep copies of its own files.
  const [folder, ...others] = folders.filter((path) => !folders.some((outer) => path.startsWith(outer + sep)));
  if (folder !== undefined && others.length === 0) return folder;
  throw new Error(`Expected one project folder under ${root}, not ${folders.length}.`);
}
