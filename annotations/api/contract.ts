import { z } from "zod";
import { Command } from "../commands/command.ts";
import { RefusedFile, StagedFile } from "../intake/staged-file.ts";
import { Analyst } from "../model/analyst.ts";
import { AnalystId, ProjectId } from "../model/id.ts";
import { Project } from "../model/project.ts";
import { METADATA_FIELDS, Metadata, Source } from "../model/source.ts";

/** The largest article that is taken in, in bytes. */
export const MAX_ARTICLE_BYTES = 64 * 1024 * 1024;

/** The article text's size in pixels. */
export const TEXT_SIZE = { least: 12, most: 26 } as const;

/** What the program remembers of a person's choices on this machine. */
export const Preferences = z.strictObject({
  theme: z.enum(["system", "light", "dark"]),
  showBoilerplate: z.boolean(),
  textSize: z.int().min(TEXT_SIZE.least).max(TEXT_SIZE.most),
});
export type Preferences = Readonly<z.infer<typeof Preferences>>;

export const Session = z.strictObject({
  host: z.strictObject({
    kind: z.enum(["electron", "web"]),
    version: z.string(),
    /** Whether the host shows the system's own open and save dialogs. */
    dialogs: z.boolean(),
  }),
  project: Project,
  /** The name of the project's folder, without the way to it. */
  folder: z.string(),
  analyst: Analyst,
  preferences: Preferences,
});
export type Session = Readonly<z.infer<typeof Session>>;

/** Something that happened in the host and concerns the screen. */
export const HostEvent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("menu"),
    action: z.enum(["undo", "redo", "import", "export", "read", "review", "keys", "larger", "smaller", "theme"]),
  }),
  /** Another project is open now, or the same one as another analyst: call `session.open` again. */
  z.strictObject({ kind: z.literal("session-changed") }),
]);
export type HostEvent = Readonly<z.infer<typeof HostEvent>>;

const none = z.strictObject({});

/**
 * The one API between screen and host: each method's input and output. Clients, handlers and every transport are
 * derived from this object; whatever crosses is parsed with these schemas.
 */
export const contract = {
  /** Everything the screen needs to start. */
  "session.open": { input: none, output: Session },
  /** Goes on as another analyst: one who has a set here, or a new one with this name. */
  "session.workAs": {
    input: z.union([z.strictObject({ analystId: AnalystId }), z.strictObject({ name: Analyst.shape.name })]),
    output: none,
  },
  /** Carries out commands on the project that they were made for: in order, all or none. Answers once all are on the disk. */
  "project.apply": {
    input: z.strictObject({ projectId: ProjectId, commands: z.array(Command).min(1).max(10_000) }),
    output: none,
  },
  /** Hands over a file that the screen was given, by dropping or by the browser's own file dialog. */
  "intake.stage": {
    input: z.strictObject({
      name: z.string().min(1).max(1_000),
      base64: z.base64().max(Math.ceil(MAX_ARTICLE_BYTES / 3) * 4),
    }),
    output: z.strictObject({ staged: z.array(StagedFile), refused: z.array(RefusedFile) }),
  },
  /** Shows the system's open dialog and stages what was chosen; nothing when the dialog was cancelled. */
  "intake.choose": {
    input: none,
    output: z.strictObject({ staged: z.array(StagedFile), refused: z.array(RefusedFile) }),
  },
  /** Makes sources of staged files, with the metadata as the analyst left it. All or none. */
  "intake.confirm": {
    input: z.strictObject({
      files: z
        .array(
          z.strictObject({
            id: z.string().max(100),
            metadata: Metadata,
            guessed: z.array(z.enum(METADATA_FIELDS)).readonly(),
            boilerplate: z.array(z.int().min(0)).readonly(),
          }),
        )
        .min(1)
        .max(1_000),
    }),
    output: z.strictObject({ sources: z.array(Source) }),
  },
  /** An export as text, for a screen that saves it itself. */
  "export.render": {
    input: z.strictObject({ format: z.string().max(50), analysts: z.array(AnalystId).max(1_000) }),
    output: z.strictObject({ name: z.string(), mediaType: z.string(), text: z.string() }),
  },
  /** Shows the system's save dialog and writes an export there; `name` is null when the dialog was cancelled. */
  "export.save": {
    input: z.strictObject({ format: z.string().max(50), analysts: z.array(AnalystId).max(1_000) }),
    output: z.strictObject({ name: z.string().nullable() }),
  },
  "preferences.set": { input: Preferences, output: none },
  /** Waits for what happens in the host after event number `after`; answers with nothing from time to time. */
  "events.next": {
    input: z.strictObject({ after: z.int().min(0) }),
    output: z.strictObject({ last: z.int().min(0), events: z.array(HostEvent) }),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export type Method = keyof typeof contract;
export type Input<M extends Method> = z.infer<(typeof contract)[M]["input"]>;
export type Output<M extends Method> = z.infer<(typeof contract)[M]["output"]>;

export function isMethod(name: unknown): name is Method {
  return typeof name === "string" && Object.hasOwn(contract, name);
}
