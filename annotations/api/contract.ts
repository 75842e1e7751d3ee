import { z } from "zod";
import { Command } from "../commands/command.ts";
import { KeptStep, StepNote } from "../commands/step-note.ts";
import { RefusedFile, StagedFile } from "../intake/staged-file.ts";
import { Layout } from "../layout/layout.ts";
import { MergePreview } from "../merging/merge-preview.ts";
import { Analyst } from "../model/analyst.ts";
import { AnnotationSet } from "../model/annotation-set.ts";
import { AnalystId, ClaimId, ProjectId, SourceId } from "../model/id.ts";
import { Project } from "../model/project.ts";
import { METADATA_FIELDS, Metadata, Source } from "../model/source.ts";
import { Access, Remedy } from "./access.ts";
import { FileReport } from "./file-report.ts";
import { ReadingDecisions } from "./reading-decisions.ts";
import { SetVersion } from "./set-version.ts";
import { StagedAnnotations } from "./staged-annotations.ts";

/** The most that the files of another copy may have together when the screen hands them over, in bytes. */
export const MAX_COPY_BYTES = 64 * 1024 * 1024;

/** How many files that may be. */
export const MAX_COPY_FILES = 5_000;

/** Where a file lies in the folder of a project, as far as it is part of a copy: no such place leads out of the folder. */
export const CopyPlace = z
  .string()
  .max(200)
  .regex(
    /^(project\.json|annotations\/[0-9a-f-]{36}\.json|sources\/[0-9a-f-]{36}(\.original)?\.(json|txt)|journal\/[0-9a-f-]{36}\/[0-9]{1,12}\.jsonl)$/,
    { error: "this is no place in a copy of a project" },
  );

/** The largest article that is taken in, in bytes. */
export const MAX_ARTICLE_BYTES = 64 * 1024 * 1024;

/** The article text's size in pixels. */
export const TEXT_SIZE = { least: 12, most: 26 } as const;

/** What an action is called where it is remembered. */
export const ActionId = z.string().min(1).max(100);

/** How many actions are remembered as used. */
export const MOST_USED_ACTIONS = 20;

/** The keys of one action, written like `Mod+Shift+Z`. */
export const ActionKeys = z.array(z.string().min(1).max(50)).max(4).readonly();

const ChangedKeys = z.record(ActionId, ActionKeys);
export type ChangedKeys = Readonly<z.infer<typeof ChangedKeys>>;

/** What the program remembers of a person's choices on this machine. */
export const Preferences = z.strictObject({
  theme: z.enum(["system", "light", "dark"]),
  showBoilerplate: z.boolean(),
  textSize: z.int().min(TEXT_SIZE.least).max(TEXT_SIZE.most),
  /** Whether everything stands out more; absent: as the system asks for it. */
  contrast: z.enum(["system", "more"]).optional(),
  /** How long the lines of a text become where there is room; absent: medium. */
  lineLength: z.enum(["narrow", "medium", "wide"]).optional(),
  /** Whether marks have the colour of their stance or of their claim; absent: of their stance. */
  colourBy: z.enum(["stance", "claim"]).optional(),
  /** The keys of actions where they are not those that the action comes with, by its id; none takes its key away. */
  keys: ChangedKeys.optional(),
  /** The ids of the actions that were taken from the palette, the latest first. */
  usedActions: z.array(ActionId).max(MOST_USED_ACTIONS).readonly().optional(),
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
  access: Access,
  /** What happened to the project's files, the most serious first. */
  reports: z.array(FileReport),
  preferences: Preferences,
  /** How this analyst arranged the panes of this project here. */
  layout: Layout,
});
export type Session = Readonly<z.infer<typeof Session>>;

/** Tells screens of one host apart; each makes its own up when it starts. */
const ScreenId = z.string().min(1).max(100);

/** Something that happened in the host and concerns the screen. */
export const HostEvent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("menu"),
    action: z.enum([
      "undo",
      "redo",
      "import",
      "merge",
      "export",
      "annotations",
      "read",
      "review",
      "keys",
      "palette",
      "larger",
      "smaller",
      "theme",
    ]),
  }),
  /** Another project is open now, or the same one as another analyst: call `session.open` again. */
  z.strictObject({ kind: z.literal("session-changed") }),
  /**
   * The project, the access to it or the reports are not what they were. `screen` is the one whose own commands did that;
   * null when it was somebody else, or another program.
   */
  z.strictObject({ kind: z.literal("project-changed"), screen: ScreenId.nullable() }),
]);
export type HostEvent = Readonly<z.infer<typeof HostEvent>>;

const VersionId = z.string().min(1).max(1_000);

const none = z.strictObject({});

/** What is exported: of everybody when no analyst is named, and of all claims and sources when there is no list of them. */
const ExportWish = z.strictObject({
  format: z.string().max(50),
  analysts: z.array(AnalystId).max(1_000),
  claims: z.array(ClaimId).max(100_000).optional(),
  sources: z.array(SourceId).max(100_000).optional(),
  options: z.array(z.string().max(50)).max(20).optional(),
});

/** The annotations that wait, or one sentence why they cannot be read; neither when the dialog was cancelled. */
const AnnotationsOutcome = z.strictObject({ staged: StagedAnnotations.nullable(), refused: z.string().nullable() });

const WaitingId = z.string().min(1).max(100);

/** Another copy that was read, and what merging it would do. */
const StagedCopy = z.strictObject({ id: WaitingId, name: z.string(), preview: MergePreview });

/** The copy that waits, or one sentence why it cannot be merged; neither when the dialog was cancelled. */
const StagingOutcome = z.strictObject({ staged: StagedCopy.nullable(), refused: z.string().nullable() });

/** A step in the sets of several analysts, which only the host undoes; null where nothing came, or `refused` says why not. */
const HostStep = z.strictObject({
  step: z.strictObject({ merge: z.string(), name: z.string() }).nullable(),
  refused: z.string().nullable(),
});

const MergeStep = z.strictObject({ projectId: ProjectId, merge: WaitingId });

/** Why nothing was changed, where somebody has built upon a merge since; else null. */
const MergeOutcome = z.strictObject({ misfit: z.string().nullable() });

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
    input: z.strictObject({
      projectId: ProjectId,
      screen: ScreenId,
      commands: z.array(Command).min(1).max(10_000),
      /** What the commands are to the history, in their order; without it the history begins anew after them. */
      steps: z.array(StepNote).max(10_000).optional(),
    }),
    output: none,
  },
  /** What can be undone and redone in a project as an analyst, from before this start: only what fits its present state. */
  "history.read": {
    input: z.strictObject({ projectId: ProjectId, analystId: AnalystId }),
    output: z.strictObject({ done: z.array(KeptStep).readonly(), undone: z.array(KeptStep).readonly() }),
  },
  /**
   * Writes a whole copy of the project, with commands that could not be saved, to another place; its name, or null when
   * the person cancelled.
   */
  "project.saveCopy": {
    input: z.strictObject({ projectId: ProjectId, commands: z.array(Command).max(10_000) }),
    output: z.strictObject({ place: z.string().nullable() }),
  },
  /**
   * Tries the remedy that the person was shown; nothing is taken over unless that is what they agreed to. Fails with the
   * present reason when it does not help.
   */
  "session.remedy": { input: z.strictObject({ remedy: Remedy }), output: none },
  /** The other versions of the set of the analyst at work, the latest first. */
  "versions.list": { input: none, output: z.strictObject({ versions: z.array(SetVersion) }) },
  "versions.read": { input: z.strictObject({ id: VersionId }), output: z.strictObject({ set: AnnotationSet }) },
  /** A decision about an edited version or a conflict copy has been made: it is kept in `quarantine/` and waits no longer. */
  "versions.settle": { input: z.strictObject({ id: VersionId }), output: none },
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
  /**
   * Hands over another copy of the project that the screen was given: one file, an export as JSON or an annotation set,
   * whose place is null; or the files of its folder.
   */
  "merge.stage": {
    input: z.strictObject({
      name: z.string().min(1).max(1_000),
      files: z
        .array(z.strictObject({ place: CopyPlace.nullable(), base64: z.base64() }))
        .min(1)
        .max(MAX_COPY_FILES),
    }),
    output: StagingOutcome,
  },
  /** Shows the system's dialog for a file or a folder and reads what was chosen; null when the dialog was cancelled. */
  "merge.choose": {
    input: z.strictObject({ what: z.enum(["file", "folder"]) }),
    output: StagingOutcome,
  },
  /** Merges what waits. `merge` names the step that it was, for undoing it; null where there was none. */
  "merge.confirm": {
    input: z.strictObject({ projectId: ProjectId, id: WaitingId, take: z.enum(["ours", "theirs"]) }),
    output: HostStep,
  },
  /** Lets go of a copy that is not to be merged after all. */
  "merge.forget": { input: z.strictObject({ id: WaitingId }), output: none },
  /** Takes back a merge in the sets of all, or does it again; all or none. */
  "merge.undo": { input: MergeStep, output: MergeOutcome },
  "merge.redo": { input: MergeStep, output: MergeOutcome },
  /** Reads files that the screen was given, which hold annotations in one format; what they say waits for a decision. */
  "annotations.stage": {
    input: z.strictObject({
      files: z
        .array(z.strictObject({ name: z.string().min(1).max(1_000), base64: z.base64() }))
        .min(1)
        .max(1_000),
      /** The id of the format; null where it is to be recognised. */
      readAs: z.string().max(50).nullable(),
    }),
    output: AnnotationsOutcome,
  },
  /** Shows the system's open dialog and reads what was chosen; nothing when the dialog was cancelled. */
  "annotations.choose": {
    input: z.strictObject({ readAs: z.string().max(50).nullable() }),
    output: AnnotationsOutcome,
  },
  /** Stops what is being read. */
  "annotations.stop": { input: none, output: none },
  /** Adds articles that annotations brought along, by their keys; all or none. */
  "annotations.addArticles": {
    input: z.strictObject({ id: z.string().max(100), keys: z.array(z.string()).min(1).max(1_000) }),
    output: z.strictObject({ sources: z.array(Source) }),
  },
  /**
   * Reads annotations that wait into a set for each of the files' analysts, with the articles that are added. `merge` names
   * the step that it was, for undoing it as a merge; null where there was none.
   */
  "annotations.readForEach": {
    input: z.strictObject({ projectId: ProjectId, id: WaitingId, decisions: ReadingDecisions }),
    output: HostStep,
  },
  /** An export for a screen that saves it itself, with what the format loses in plain sentences. */
  "export.render": {
    input: ExportWish,
    output: z.strictObject({
      name: z.string(),
      mediaType: z.string(),
      content: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("text"), text: z.string() }),
        z.strictObject({ kind: z.literal("base64"), base64: z.base64() }),
      ]),
      losses: z.array(z.string()),
    }),
  },
  /** Shows the system's save dialog and writes an export there; `name` is null when the dialog was cancelled. */
  "export.save": {
    input: ExportWish,
    output: z.strictObject({ name: z.string().nullable(), losses: z.array(z.string()) }),
  },
  /** A report of what the sources say, as an analyst who has a set here or is at work sees it, for a screen that saves it itself. */
  "report.render": {
    input: z.strictObject({ format: z.string().max(50), analystId: AnalystId }),
    output: z.strictObject({ name: z.string(), mediaType: z.string(), text: z.string() }),
  },
  /** Shows the system's save dialog and writes a report there; `name` is null when the dialog was cancelled. */
  "report.save": {
    input: z.strictObject({ format: z.string().max(50), analystId: AnalystId }),
    output: z.strictObject({ name: z.string().nullable() }),
  },
  "preferences.set": { input: Preferences, output: none },
  /** Remembers on this machine how an analyst has arranged the panes of a project. */
  "layout.set": {
    input: z.strictObject({ projectId: ProjectId, analystId: AnalystId, layout: Layout }),
    output: none,
  },
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
