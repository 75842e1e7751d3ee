import { type Preferences, Session } from "../../../annotations/api/contract.ts";
import type { Handlers } from "../../../annotations/api/handlers.ts";
import { Failure } from "../../../annotations/api/reply.ts";
import { EMPTY_LAYOUT } from "../../../annotations/layout/layout.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";

export interface ExampleHost {
  readonly handlers: Handlers;
  /** The names of the methods that were carried out, in order. */
  readonly done: readonly string[];
  /** Lets every waiting `events.next` answer. */
  ring(): void;
}

/** Handlers that keep nothing and give the simplest proper answers, for tests of what carries calls to them. */
export function exampleHost(replace: Partial<Handlers> = {}): ExampleHost {
  const done: string[] = [];
  const waiting: (() => void)[] = [];
  const noFiles = { staged: [], refused: [] };
  const plain: Handlers = {
    "session.open": async () => SESSION,
    "session.workAs": async () => ({}),
    "project.apply": async () => ({}),
    "project.saveCopy": async () => ({ place: null }),
    "session.remedy": async () => ({}),
    "versions.list": async () => ({ versions: [] }),
    "versions.read": async () => ({ set: EMPTY_SET }),
    "versions.settle": async () => ({}),
    "intake.stage": async ({ name, base64 }) => ({
      staged: [],
      refused: [{ name, reason: `It came with ${base64.length} characters.` }],
    }),
    "intake.choose": async () => noFiles,
    "intake.confirm": async () => ({ sources: [] }),
    "merge.stage": async () => ({ staged: null, refused: "This is not a copy of the same project." }),
    "merge.choose": async () => ({ staged: null, refused: null }),
    "merge.confirm": async () => ({ step: null, refused: null }),
    "merge.forget": async () => ({}),
    "merge.undo": async () => ({ misfit: null }),
    "merge.redo": async () => ({ misfit: null }),
    "annotations.stage": async () => ({ staged: null, refused: "“a.json” is empty." }),
    "annotations.choose": async () => ({ staged: null, refused: null }),
    "annotations.stop": async () => ({}),
    "annotations.addArticles": async () => ({ sources: [] }),
    "annotations.readForEach": async () => ({ step: { merge: "1", name: "reading 2 marks of Bruno" }, refused: null }),
    "export.render": async ({ format }) => ({
      ...{ name: `mali.${format}`, mediaType: "text/plain", losses: ["The note of 1 tag stays behind."] },
      content: { kind: "text", text: "" },
    }),
    "export.save": async () => {
      throw new Failure("not-saved", "The disk is full.");
    },
    "report.render": async ({ format }) => ({ name: `mali.${format}`, mediaType: "text/plain", text: "" }),
    "report.save": async () => ({ name: null }),
    "preferences.set": async () => ({}),
    "layout.set": async () => ({}),
    "history.read": async () => ({ done: [], undone: [] }),
    "events.next": ({ after }) =>
      new Promise((resolve) => {
        waiting.push(() => resolve({ last: after, events: [] }));
      }),
  };
  const handlers = { ...plain, ...replace };
  const noted = Object.entries(handlers).map(([method, handler]) => [
    method,
    (input: never) => {
      done.push(method);
      return handler(input);
    },
  ]);
  return {
    // The entries are those of a `Handlers`, which `Object.fromEntries` cannot say.
    handlers: Object.fromEntries(noted) as Handlers,
    done,
    ring: () => {
      for (const answer of waiting.splice(0)) answer();
    },
  };
}

/** A session with an empty project. */
export const SESSION: Session = Session.parse({
  host: { kind: "web", version: "0.1.0", dialogs: false },
  project: {
    file: {
      schemaVersion: SCHEMA_VERSION,
      id: "5c0d3b9e-6c1c-4a55-9a0e-2f3f0d5d7b11",
      title: "Mali",
      createdAt: "2022-03-01T09:00:00Z",
      settings: { corroboratedBy: 2 },
    },
    sources: [],
    sets: [],
  },
  folder: "mali",
  analyst: { id: "0b6a2c8e-93f1-4b7c-8d55-1f0e6a7c9d22", name: "Ada" },
  access: { kind: "writable" },
  reports: [],
  preferences: { theme: "system", showBoilerplate: false, textSize: 16 } satisfies Preferences,
  layout: EMPTY_LAYOUT,
});

const EMPTY_SET: AnnotationSet = {
  ...{ schemaVersion: SCHEMA_VERSION, projectId: SESSION.project.file.id, analyst: SESSION.analyst },
  ...{ createdAt: "2022-03-01T09:00:00Z", journalThrough: 0, claims: [], marks: [], cells: [] },
};

/** An input that fits each method. */
export const INPUTS: Readonly<Record<keyof Handlers, unknown>> = {
  "session.open": {},
  "session.workAs": { name: "Ada" },
  "project.apply": {
    projectId: SESSION.project.file.id,
    screen: "one",
    commands: [{ kind: "revise-project", analyst: SESSION.analyst.id, at: "2022-03-01T09:00:00Z", title: "Mali 2022" }],
  },
  "project.saveCopy": { projectId: SESSION.project.file.id, commands: [] },
  "session.remedy": { remedy: "try-again" },
  "versions.list": {},
  "versions.read": { id: "backups/a.json" },
  "versions.settle": { id: "backups/a.json" },
  "intake.stage": { name: "article.txt", base64: "b25l" },
  "intake.choose": {},
  "intake.confirm": {
    files: [
      {
        id: "staged",
        metadata: { title: "", author: "", outlet: "", date: "", url: "", language: "" },
        guessed: [],
        boilerplate: [],
      },
    ],
  },
  "annotations.stage": { files: [{ name: "a.json", base64: "e30=" }], readAs: null },
  "annotations.choose": { readAs: null },
  "annotations.stop": {},
  "annotations.addArticles": { id: "1", keys: ["a"] },
  "annotations.readForEach": {
    ...{ projectId: SESSION.project.file.id, id: "1" },
    decisions: { from: null, sources: [["a", "add"]], labels: [], accepted: ["moved"], placed: [], conflicts: "both" },
  },
  "merge.stage": { name: "export.json", files: [{ place: null, base64: "e30=" }] },
  "merge.choose": { what: "folder" },
  "merge.confirm": { projectId: SESSION.project.file.id, id: "staged", take: "ours" },
  "merge.forget": { id: "staged" },
  "merge.undo": { projectId: SESSION.project.file.id, merge: "one" },
  "merge.redo": { projectId: SESSION.project.file.id, merge: "one" },
  "export.render": { format: "csv", analysts: [] },
  "export.save": { format: "csv", analysts: [] },
  "report.render": { format: "html", analystId: SESSION.analyst.id },
  "report.save": { format: "html", analystId: SESSION.analyst.id },
  "preferences.set": SESSION.preferences,
  "layout.set": { projectId: SESSION.project.file.id, analystId: SESSION.analyst.id, layout: SESSION.layout },
  "history.read": { projectId: SESSION.project.file.id, analystId: SESSION.analyst.id },
  "events.next": { after: 0 },
};
