import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { join } from "node:path";
import { Low } from "lowdb";
import { z } from "zod";
import { Preferences } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { Analyst } from "../../annotations/model/analyst.ts";
import { AnalystId, newId, ProjectId } from "../../annotations/model/id.ts";
import { SCHEMA_VERSION, SchemaVersion } from "../../annotations/model/schema-version.ts";
import { parseJson } from "../../annotations/text/json.ts";
import { unreadable, unsaved } from "./disk/fault.ts";
import type { Files } from "./disk/files.ts";
import { jsonFile } from "./disk/json-file.ts";
import { serial } from "./disk/serial.ts";

/** How many projects the recent list keeps. */
const RECENT_PROJECTS = 10;

const RecentProject = z.looseObject({ folder: z.string(), title: z.string() });
export type RecentProject = Readonly<z.infer<typeof RecentProject>>;

const WindowBounds = z.looseObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});

/** What `settings.json` holds: all that Parallax remembers on this machine outside the projects. */
const Settings = z.looseObject({
  schemaVersion: SchemaVersion,
  /** Who works on this machine when a project says nothing else. */
  analyst: Analyst,
  /** As whom a project was last worked on here. */
  analysts: z.record(ProjectId, Analyst),
  /** The last one opened comes first. */
  recent: z.array(RecentProject).readonly(),
  window: WindowBounds.nullable(),
  /** Without what stands beside: an older version, which does not know that, can read them. */
  preferences: Preferences.omit({ keys: true, usedActions: true }),
  /** How panes were arranged; read by `rememberedLayout`, so that a damaged one damages nothing else. */
  layouts: z.unknown().optional(),
  /** Changed keys and what was used in the palette; read by `rememberedPreferences`, for the same reason. */
  keys: z.unknown().optional(),
  usedActions: z.unknown().optional(),
});
export type Settings = Readonly<z.infer<typeof Settings>>;

export interface SettingsStore {
  readonly value: Settings;
  /** Changes the settings and returns once they are on the disk; throws a `Failure` when they could not be saved. */
  update(change: (settings: Settings) => Settings): Promise<void>;
}

/**
 * Opens the settings in the folder `config`, and makes them at the first start. Damaged ones are kept beside as
 * `settings.damaged-<time>.json` and begin again from the defaults. Where the folder cannot be used, `report` is told and
 * the defaults count.
 */
export async function openSettings(
  files: Files,
  config: string,
  report: (error: unknown) => void = console.error,
): Promise<SettingsStore> {
  const place = { path: join(config, "settings.json"), label: "settings.json" };
  const db = new Low<Settings>(jsonFile(files, place, "settings", Settings), defaultSettings());
  const inTurn = serial();

  /** Another window may write at the very same time. */
  async function save(change: (settings: Settings) => Settings): Promise<void> {
    for (let attempts = 5; ; attempts--) {
      try {
        return await saveOnce(change);
      } catch (error) {
        if (attempts === 1 || !(error instanceof Failure) || error.code !== "refused") throw error;
      }
    }
  }

  async function saveOnce(change: (settings: Settings) => Settings): Promise<void> {
    const former = db.data;
    try {
      await files.ensureFolder(config);
      // Another window may have changed them meanwhile.
      await db.read();
      const next = change(db.data);
      if (next === db.data) return;
      db.data = next;
      await db.write();
    } catch (error) {
      db.data = former;
      throw unsaved(place.label, error);
    }
  }

  try {
    if ((await files.facts(place.path)) === null) await save((settings) => ({ ...settings }));
    else await readOrBegin(files, config, db, report);
  } catch (error) {
    report(unreadable(place.label, error));
  }
  return {
    get value() {
      return db.data;
    },
    update: (change) => inTurn(() => save(change)),
  };
}

/** The settings with a project at the front of the recent list. */
export function withRecent(settings: Settings, project: RecentProject): Settings {
  const others = settings.recent.filter(({ folder }) => folder !== project.folder);
  return { ...settings, recent: [project, ...others].slice(0, RECENT_PROJECTS) };
}

async function readOrBegin(
  files: Files,
  config: string,
  db: Low<Settings>,
  report: (error: unknown) => void,
): Promise<void> {
  // What the system cannot read at the moment is not damaged.
  const bytes = await files.read(join(config, "settings.json"));
  try {
    await db.read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const time = new Date().toISOString().replaceAll(/[:.]/g, "-");
    const kept = (await files.facts(join(config, `settings.damaged-${time}.json`))) ? `${time}-${randomUUID()}` : time;
    await files.rename(join(config, "settings.json"), join(config, `settings.damaged-${kept}.json`));
    db.data = { ...db.data, ...identityIn(bytes) };
    await db.write();
    report(
      new Failure("refused", `${error.message.replace(" Nothing was changed.", "")} ${startedAnew(kept, db.data)}`),
    );
  }
}

function startedAnew(kept: string, { analyst }: Settings): string {
  return `It is kept as settings.damaged-${kept}.json, and Parallax began with new settings, as ${analyst.name}; if your marks are missing, choose their analyst in the menu at the top right.`;
}

/** Who the person is, so far as damaged settings still tell: without it the marks would seem to be somebody else's. */
function identityIn(bytes: Uint8Array): Partial<Pick<Settings, "analyst" | "analysts">> {
  const parsed = parseJson(Buffer.from(bytes).toString("utf8"));
  const { analyst, analysts } = Settings.shape;
  const Identity = z.object({ analyst, analysts: analysts.catch({}) });
  return parsed.ok ? (Identity.safeParse(parsed.value).data ?? {}) : {};
}

function defaultSettings(): Settings {
  return {
    schemaVersion: SCHEMA_VERSION,
    analyst: { id: newId(AnalystId), name: accountName() },
    analysts: {},
    recent: [],
    window: null,
    preferences: { theme: "system", showBoilerplate: true, textSize: 15 },
  };
}

/** The name of the account on this machine; it has none in some containers. */
function accountName(): string {
  try {
    return userInfo().username.trim().slice(0, 200) || "Analyst";
  } catch {
    return "Analyst";
  }
}
