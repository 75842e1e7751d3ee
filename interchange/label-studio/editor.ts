import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { offlinePage } from "../browser-page.ts";

const BUILD = join(import.meta.dirname, "..", "node_modules", "@heartexlabs", "label-studio", "build", "static");

const PAGE = '<!doctype html><meta charset="utf-8"><div id="editor"></div><script src="/js/main.js"></script>';

/** An entry of an annotation, as far as the tests look into it. */
export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly from_name: string;
  readonly to_name: string;
  readonly value: {
    readonly start: number;
    readonly end: number;
    readonly text?: string | readonly string[];
    readonly labels?: readonly string[];
    readonly choices?: readonly string[];
  };
  readonly meta?: unknown;
}

/** A task in the form in which it is written. */
export interface Task {
  readonly data: { readonly text: string };
  readonly annotations: readonly { readonly id: number; readonly result: readonly Entry[] }[];
}

/** A page in which Label Studio's own annotation frontend waits for tasks. */
export interface OpenEditor {
  readonly page: Page;
  /** What it reported as errors until now, such as faults of an interface. */
  readonly complaints: readonly string[];
}

export async function openEditor(browser: Browser): Promise<OpenEditor> {
  const page = await offlinePage(browser, (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === "/") return { contentType: "text/html", body: PAGE };
    return pathname === "/js/main.js" ? { path: join(BUILD, pathname) } : undefined;
  });
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto("http://label-studio.test/");
  return { page, complaints };
}

/** Whatever the tests need of the objects in the page. */
interface Annotation {
  readonly id: string;
  /** The id that the annotation has in the task. */
  readonly pk: string;
  readonly regionStore: {
    readonly regions: readonly { readonly cleanId: string; readonly _spans?: readonly Element[] }[];
  };
  serializeAnnotation(): readonly Entry[];
}

interface Editor {
  readonly LabelStudio: new (element: Element | null, options: object) => unknown;
  readonly Htx: {
    readonly annotationStore: {
      readonly annotations: readonly Annotation[];
      selectAnnotation(id: string): void;
    };
  };
}

/**
 * The entries of each annotation of a task as Label Studio would save them, once each region is painted on its words. Throws
 * where it does not find the words of a region.
 */
export function savedBy(page: Page, config: string, task: Task): Promise<readonly (readonly Entry[])[]> {
  return page.evaluate(
    async ([config, task]) => {
      const { LabelStudio } = globalThis as unknown as Editor;
      await new Promise<void>((loaded) => {
        const user = { pk: 1, firstName: "Ada", lastName: "L." };
        const interfaces: readonly string[] = [];
        const onLabelStudioLoad = () => setTimeout(loaded);
        new LabelStudio(document.getElementById("editor"), { config, task, user, interfaces, onLabelStudioLoad });
      });
      const store = (globalThis as unknown as Editor).Htx.annotationStore;
      const saved: (readonly Entry[])[] = [];
      for (const { id } of task.annotations) {
        const annotation = store.annotations.find(({ pk }) => pk === String(id));
        if (!annotation) throw new Error(`Label Studio has no annotation ${id}`);
        store.selectAnnotation(annotation.id);
        const unpainted = () => annotation.regionStore.regions.filter(({ _spans }) => !_spans?.length);
        for (const end = performance.now() + 10_000; unpainted().length > 0; ) {
          if (performance.now() > end) throw new Error(`not painted: ${unpainted().map(({ cleanId }) => cleanId)}`);
          await new Promise(requestAnimationFrame);
        }
        saved.push(annotation.serializeAnnotation());
      }
      return saved;
    },
    [config, task] as const,
  );
}
