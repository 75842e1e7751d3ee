import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "../fixtures.ts";
import { type Size, writeSyntheticProject } from "../synthetic-project.ts";
import { type Line, printTable } from "./figures.ts";
import { snapshotSize } from "./heap-snapshot.ts";
import {
  coverWithPlain,
  markAtNextKey,
  paneScroll,
  plainLayout,
  plainNodes,
  plainScroll,
  textNodes,
  uncover,
} from "./plain-text.ts";

const OPENINGS = 5;
const CHANGES = 20;

interface Project extends Size {
  /** The most that painting may take, and to what: the same page without marks, or the whole plain text laid out. */
  readonly painted: { readonly most: number; readonly of: "unmarked" | "plain" };
}

const PROJECTS: readonly Project[] = [
  { articles: 5, charactersPerArticle: 15_000, marks: 1_000, painted: { most: 1.5, of: "unmarked" } },
  { articles: 5, charactersPerArticle: 200_000, marks: 10_000, painted: { most: 0.5, of: "plain" } },
  { articles: 5, charactersPerArticle: 200_000, marks: 50_000, painted: { most: 0.8, of: "plain" } },
  { articles: 1, charactersPerArticle: 2_000_000, marks: 10_000, painted: { most: 0.4, of: "plain" } },
];

for (const project of PROJECTS) {
  const { articles, charactersPerArticle, marks } = project;
  const title = `${articles} × ${charactersPerArticle / 1_000} kB with ${marks} marks`;
  test(title, async ({ open }) => {
    test.setTimeout(600_000);
    const begin = async (size: Size) => {
      const { page } = await open({
        args: ["project"],
        prepare: async (folder) => {
          await mkdir(join(folder, "project"));
          await writeSyntheticProject(join(folder, "project"), size);
        },
      });
      await page.setViewportSize({ width: 1440, height: 900 });
      await workAsBench(page);
      return page;
    };
    const page = await begin(project);
    const unmarked = await begin({ ...project, marks: 0 });
    const lines = [
      await painting(page, project.painted.of === "unmarked" ? unmarked : null, project),
      ...(await changes(page)),
      ...(await scrolling(page)),
      ...(await pointing(page)),
      await nodes(page, marks),
      ...(await memory(page, unmarked, marks)),
    ];
    printTable(title, lines);
  });
}

async function workAsBench(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Analyst: / }).click();
  await page.getByRole("menuitem", { name: /Work as Bench/ }).click();
  await page.getByRole("button", { name: "Analyst: Bench" }).waitFor({ timeout: 60_000 });
  await page.getByRole("menu").waitFor({ state: "detached" });
}

async function painting(page: Page, unmarked: Page | null, { articles, painted }: Project): Promise<Line> {
  const values: number[] = [];
  const floor: number[] = [];
  await page.addInitScript(watchTexts, { texts: articles, wanted: "mark[data-mark]" });
  await unmarked?.addInitScript(watchTexts, { texts: articles, wanted: "p" });
  for (let round = 0; round <= OPENINGS; round++) {
    const value = await opening(page);
    const least = unmarked ? await opening(unmarked) : await plainLayout(page);
    // The first opening warms up.
    if (round > 0) {
      values.push(value);
      floor.push(least);
    }
  }
  const beside = unmarked ? "the same page without marks" : "the whole plain text laid out";
  const target = { of: "ratio", most: painted.most } as const;
  return { measure: `texts and marks painted, beside ${beside}`, values, unit: "ms", floor, target };
}

/** Milliseconds from the answer of the host, checked, to the end of the frame in which the texts are on the screen. */
async function opening(page: Page): Promise<number> {
  await page.reload();
  await page.waitForFunction(() => "textsPainted" in window, undefined, { timeout: 60_000 });
  return page.evaluate(() => {
    const opened = performance.getEntriesByName("session-opened")[0]?.startTime ?? Number.NaN;
    // Set by the script below.
    const { textsPainted } = window as Window & { textsPainted?: number };
    return (textsPainted ?? Number.NaN) - opened;
  });
}

/** Runs in the page before its own scripts. */
function watchTexts({ texts, wanted }: { readonly texts: number; readonly wanted: string }): void {
  const look = () => {
    const there = [...document.querySelectorAll(".panes .text")].filter((text) => text.querySelector(wanted));
    if (there.length < texts) requestAnimationFrame(look);
    else setTimeout(() => Object.assign(window, { textsPainted: performance.now() }));
  };
  requestAnimationFrame(look);
}

/** What the keys of a session change, beside a key that puts one <mark> into the texts as plain text. */
async function changes(page: Page): Promise<readonly Line[]> {
  const shown: Record<string, Shown[]> = { added: [], removed: [], restyled: [], moved: [], claim: [] };
  const floor: Shown[] = [];
  await page.keyboard.press("F6");
  await page.keyboard.press("]");
  for (let round = 0; round < CHANGES; round++) {
    const id = (await page.locator("mark.active").first().getAttribute("data-mark")) ?? "";
    const key = (await page.locator("mark.active.supports").count()) > 0 ? "2" : "1";
    const stance = key === "1" ? "supports" : "refutes";
    const mark = `mark[data-mark~="${id}"]`;
    shown.restyled?.push(await untilThere(page, `${mark}.${stance}`, true, held(page, key)));
    await page.keyboard.press("b");
    const before = await textOf(page, mark);
    shown.moved?.push(
      await untilShown(
        page,
        `(${TEXT})(${JSON.stringify(mark)}) !== ${JSON.stringify(before)}`,
        held(page, "ArrowLeft"),
      ),
    );
    await page.keyboard.press("Escape");
    shown.removed?.push(await untilThere(page, mark, false, held(page, "Delete")));
    shown.added?.push(await untilThere(page, mark, true, held(page, "ControlOrMeta", "z")));
    const claims = page.getByRole("complementary", { name: "Claims" }).locator('.claim[aria-pressed="false"]');
    const claim = claims.nth(round % 8);
    const chosen = `.claim[data-claim="${await claim.getAttribute("data-claim")}"][aria-pressed="true"]`;
    shown.claim?.push(await untilThere(page, chosen, true, { begin: () => claim.click() }));
    floor.push(await plainMark(page, round));
    await page.locator(".panes .text").first().focus();
    await page.keyboard.press("]");
  }
  const names = {
    added: "a mark added (brought back by undo)",
    removed: "a mark removed",
    restyled: "a mark restyled (another stance)",
    moved: "a boundary moved by a word",
    claim: "another claim chosen",
  };
  const work = Object.entries(names).map(
    ([name, measure]): Line => ({
      measure,
      values: (shown[name] ?? []).map(({ milliseconds }) => milliseconds),
      unit: "ms",
      floor: floor.map(({ milliseconds }) => milliseconds),
      target: { of: "ratio", most: name === "claim" ? 2 : 1.6 },
    }),
  );
  const frames = Object.values(shown).flatMap((some) => some.map((one) => one.frames));
  return [
    ...work,
    { measure: "frames until any of these is shown", values: frames, unit: "", target: { of: "value", most: 1 } },
  ];
}

const TEXT = ((selector: string) =>
  [...document.querySelectorAll(selector)].map((piece) => piece.textContent).join("")).toString();

function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate(`(${TEXT})(${JSON.stringify(selector)})`);
}

function untilThere(page: Page, selector: string, present: boolean, act: Act): Promise<Shown> {
  const found = `document.querySelector(${JSON.stringify(selector)}) !== null`;
  return untilShown(page, present ? found : `!(${found})`, act);
}

/** The same for a key that puts one <mark> into the texts as plain text, and does nothing else. */
async function plainMark(page: Page, round: number): Promise<Shown> {
  const cover = await coverWithPlain(page);
  await markAtNextKey(cover, round);
  const shown = await untilShown(page, `document.querySelector("mark.plain") !== null`, held(page, "m"));
  await uncover(cover);
  return shown;
}

/** What a person does, and what is left to do once it is shown. */
interface Act {
  begin(): Promise<void>;
  end?(): Promise<void>;
}

/**
 * A key, with others held before it, that comes up once the change is shown. After each input the browser keeps tasks
 * waiting for the next frame: a key that comes up just before the frame is timed would add the wait for another one.
 */
function held(page: Page, ...keys: readonly string[]): Act {
  return {
    begin: async () => {
      for (const key of keys) await page.keyboard.down(key);
    },
    end: async () => {
      for (const key of keys.toReversed()) await page.keyboard.up(key);
    },
  };
}

/** What it took to show a change. */
interface Shown {
  /** From the event to the end of the frame in which the change is painted, on the page's main thread. */
  readonly milliseconds: number;
  readonly frames: number;
}

/** What the next key, modifiers aside, or click takes until the end of the first frame in which `condition` holds. */
async function untilShown(page: Page, condition: string, { begin, end }: Act): Promise<Shown> {
  await settled(page);
  // In place before the key is pressed: keys and scripts reach the page on different ways.
  const box = await page.evaluateHandle<{ shown: Promise<Shown> }>(`({ shown: new Promise((resolve) => {
    const begin = (event) => {
      if (["Control", "Meta"].includes(event.key)) return;
      removeEventListener("keydown", begin, true);
      removeEventListener("click", begin, true);
      const begun = performance.now();
      let frames = 0;
      const look = () => {
        frames++;
        if (!(${condition})) return requestAnimationFrame(look);
        const tell = () => resolve({ milliseconds: performance.now() - begun, frames });
        scheduler.postTask(tell, { priority: "user-blocking" });
      };
      requestAnimationFrame(look);
    };
    addEventListener("keydown", begin, true);
    addEventListener("click", begin, true);
  }) })`);
  await begin();
  const shown = await box.evaluate((waiting) => waiting.shown);
  await end?.();
  return shown;
}

/** Waits until the page has nothing left to do: no key is pressed within milliseconds of the one before. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
    for (let pauses = 0; pauses < 3; pauses++) await idle();
  });
}

async function scrolling(page: Page): Promise<readonly Line[]> {
  const frames = await paneScroll(page);
  const plain = await plainScroll(page);
  const share = (all: readonly number[], limit: number) => (100 * all.filter((one) => one > limit).length) / all.length;
  return [
    {
      measure: "longest of 120 frames while scrolling a whole text",
      values: [Math.max(...frames)],
      unit: "ms",
      floor: [Math.max(...plain)],
      target: { of: "value", most: 50 },
    },
    {
      // A frame that was not missed is 16.7 ms long, give or take the clock.
      measure: "frames missed of them",
      values: [share(frames, 18)],
      unit: "%",
      floor: [share(plain, 18)],
      target: { of: "value", most: 3 },
    },
  ];
}

async function pointing(page: Page): Promise<readonly Line[]> {
  const values = await page.evaluate(() => {
    const marks = [...document.querySelectorAll(".panes mark[data-mark]")].filter((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return top > 120 && bottom < 800;
    });
    return marks.slice(0, 100).map((mark) => {
      const { left, top, height } = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
      const before = performance.now();
      const ids: string[] = [];
      let element = document.elementFromPoint(left + 1, top + height / 2)?.closest("mark[data-mark]");
      while (element) {
        ids.push(...(element.getAttribute("data-mark") ?? "").split(" "));
        element = element.parentElement?.closest("mark[data-mark]");
      }
      return performance.now() - before;
    });
  });
  return [{ measure: "all marks under a point found", values, unit: "ms", target: { of: "value", most: 0.3 } }];
}

async function nodes(page: Page, marks: number): Promise<Line> {
  const values = [await textNodes(page)];
  const floor = [await plainNodes(page)];
  const measure = "nodes in the texts and overviews";
  return { measure, values, unit: "", floor, ...(marks === 10_000 ? { target: { of: "ratio", most: 1.4 } } : {}) };
}

/**
 * What the page takes with everything that it holds, beside the same page without marks whose plain text is laid out, as a
 * page without this care would have it; and what marks take by themselves, beside the same page without marks.
 */
async function memory(page: Page, unmarked: Page, marks: number): Promise<readonly Line[]> {
  const [all, objects] = [[await memoryOf(page)], [await heapOf(page)]];
  const [leastAll, leastObjects] = [[await memoryOf(unmarked)], [await heapOf(unmarked)]];
  const cover = await coverWithPlain(unmarked);
  const plain = [await memoryOf(unmarked)];
  await uncover(cover);
  const unit = "MB";
  const target = marks === 10_000 ? ({ of: "ratio", most: 1.2 } as const) : undefined;
  return [
    {
      measure: "memory (objects, DOM, layout), beside the whole plain text laid out",
      values: all,
      unit,
      floor: plain,
      ...(target && { target }),
    },
    { measure: "memory, beside the same page without marks", values: all, unit, floor: leastAll },
    { measure: "of it JavaScript, beside the same page without marks", values: objects, unit, floor: leastObjects },
  ];
}

/** Megabytes of everything that DevTools' heap snapshot counts, after the garbage is collected. */
async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return snapshotSize(chunks.join("")) / 1_000_000;
}

/** Megabytes of the page's JavaScript objects, after the garbage is collected. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1_000_000;
}
