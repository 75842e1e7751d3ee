import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textFile } from "../../annotations/exchange/input-file.ts";
import { labelStudio } from "../../annotations/exchange/label-studio/label-studio.ts";
import { carried } from "../../annotations/exchange/testing/carried.ts";
import { withoutMarks } from "../../annotations/exchange/testing/exchanged-project.ts";
import { stringsFor } from "../../annotations/exchange/testing/naughty-project.ts";
import { carriedOut, planOf, writtenFiles } from "../../annotations/exchange/testing/round-trip.ts";
import type { Project } from "../../annotations/model/project.ts";
import { startBrowser } from "../browser-page.ts";
import { generatedProjects, naughtyProjects } from "../projects.ts";
import { type Entry, openEditor, savedBy, type Task } from "./editor.ts";

/** This version of Label Studio takes these out of a text, so that what is behind them stands elsewhere. */
const TAKEN_OUT = /<script|<iframe/;

const STRINGS = stringsFor(labelStudio).filter((string) => !TAKEN_OUT.test(string));

const PROJECTS = [...generatedProjects(15), ...naughtyProjects(STRINGS)];

/** A project with its interface and tasks as they are written, and as Label Studio saves them. */
interface Saved {
  readonly project: Project;
  readonly config: string;
  readonly tasks: readonly Task[];
  readonly saved: readonly Task[];
}

describe("label-studio, as Label Studio’s own annotation frontend has it", () => {
  let browser: Browser;
  let complaints: readonly string[];
  const all: Saved[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    const editor = await openEditor(browser);
    complaints = editor.complaints;
    for (const project of PROJECTS) all.push(await savedProject(editor.page, project));
  }, 180_000);
  afterAll(() => browser.close());

  it("has each region on its words, and what is said of it", () => {
    for (const { tasks, saved } of all) expect(saved.map(comparable)).toEqual(tasks.map(comparable));
  });

  it("finds no fault with the interface and the tasks", () => {
    expect(complaints).toEqual([]);
  });

  it("saves what the same marks are read from", () => {
    const ofOne = all.filter(({ project }) => project.sets.length === 1);
    for (const { project, config, saved } of ofOne) {
      const bare = withoutMarks(project);
      const files = [textFile("tasks.json", JSON.stringify(saved)), textFile("config.xml", config)];
      const read = carriedOut(bare, planOf(labelStudio, files, bare));
      expect(carried(read, labelStudio.carries)).toEqual(carried(project, labelStudio.carries));
    }
  });
});

async function savedProject(page: Page, project: Project): Promise<Saved> {
  const [tasksFile, configFile] = writtenFiles(labelStudio, project);
  const tasks: readonly Task[] = JSON.parse(tasksFile?.text() ?? "");
  const config = configFile?.text() ?? "";
  const saved: Task[] = [];
  for (const task of tasks) {
    const results = await savedBy(page, config, withoutQuotes(task));
    saved.push({ ...task, annotations: task.annotations.map((one, i) => ({ ...one, result: results[i] ?? [] })) });
  }
  return { project, config, tasks, saved };
}

/** The task without the words of its regions, so that those which come back are what Label Studio found at their places. */
function withoutQuotes({ annotations, ...task }: Task): Task {
  return { ...task, annotations: annotations.map(({ result, ...one }) => ({ ...one, result: result.map(unquoted) })) };
}

function unquoted(entry: Entry): Entry {
  const { text: _, ...value } = entry.value;
  return entry.type === "labels" ? { ...entry, value } : entry;
}

/** What each annotation says, in one order. Label Studio leaves line ends out of its quotes, and says more than it has to of answers. */
function comparable({ annotations }: Task): readonly (readonly string[])[] {
  return annotations.map(({ result }) => result.map((entry) => JSON.stringify(comparableEntry(entry))).sort());
}

function comparableEntry({ id, type, from_name, to_name, value, meta }: Entry): object {
  const { start, end, text, labels, choices } = value;
  const entry = { id, type, from_name, to_name, start, end };
  if (type === "choices") return { ...entry, choices };
  if (type === "textarea") return { ...entry, text };
  return { ...entry, labels, meta, quote: typeof text === "string" ? text.replaceAll("\n", "") : text };
}
