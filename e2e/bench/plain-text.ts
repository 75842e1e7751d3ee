import type { Page } from "@playwright/test";

/** Runs in the page: the texts of the open panes as plain paragraphs in columns of the same width, over everything else. */
function layPlain(): HTMLElement {
  const cover = document.createElement("div");
  cover.style.cssText = "position:fixed;inset:0;display:flex;background:white;z-index:99";
  for (const text of document.querySelectorAll<HTMLElement>(".panes article .text")) {
    const column = document.createElement("div");
    const { width, height } = text.closest(".scroller")?.getBoundingClientRect() ?? { width: 0, height: 0 };
    column.style.cssText = `width:${width}px;height:${height}px;overflow:auto;padding:12px 22px 0 16px;box-sizing:border-box`;
    const inner = document.createElement("div");
    inner.style.cssText = getComputedStyle(text).cssText || "";
    inner.style.font = getComputedStyle(text).font;
    inner.style.whiteSpace = "pre-wrap";
    inner.style.overflowWrap = "anywhere";
    for (const block of text.querySelectorAll("p, h3")) {
      const paragraph = document.createElement("p");
      paragraph.style.marginBottom = "0.8em";
      paragraph.textContent = block.textContent;
      inner.append(paragraph);
    }
    column.append(inner);
    cover.append(column);
  }
  document.body.append(cover);
  return cover;
}

const LAY = layPlain.toString();

/** Milliseconds to lay all texts of the page out as plain text and to paint that. */
export async function plainLayout(page: Page): Promise<number> {
  return page.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await frame();
    const before = performance.now();
    const cover = (${LAY})();
    await frame();
    const milliseconds = performance.now() - before;
    cover.remove();
    await frame();
    return milliseconds;
  })()`);
}

/** Milliseconds to put one <mark> into each of some paragraphs of the plain texts, and to paint that; one figure each. */
export async function plainMarks(page: Page, rounds: number): Promise<readonly number[]> {
  return page.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const cover = (${LAY})();
    await frame();
    const figures = [];
    for (let round = 0; round < ${rounds}; round++) {
      const paragraphs = cover.children[round % cover.children.length].querySelectorAll("p");
      const node = paragraphs[round % Math.min(6, paragraphs.length)].firstChild;
      await frame();
      const before = performance.now();
      const range = document.createRange();
      range.setStart(node, 0);
      range.setEnd(node, Math.min(40, node.length));
      range.surroundContents(document.createElement("mark"));
      await frame();
      figures.push(performance.now() - before);
    }
    cover.remove();
    await frame();
    return figures;
  })()`);
}

/** How many nodes the plain texts have. */
export async function plainNodes(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    const cover = (${LAY})();
    const count = ${COUNT}(cover);
    cover.remove();
    return count;
  })()`);
}

/** How many nodes stand in the texts and their overviews. */
export async function textNodes(page: Page): Promise<number> {
  return page.evaluate(
    `[...document.querySelectorAll(".panes .text-frame")].reduce((sum, one) => sum + ${COUNT}(one), 0)`,
  );
}

const COUNT = `((root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
})`;

/** Milliseconds of each of 120 frames in which the first plain text is scrolled from its beginning to its end. */
export async function plainScroll(page: Page): Promise<readonly number[]> {
  return page.evaluate(`(async () => {
    const cover = (${LAY})();
    const frames = await (${scrollThrough.toString()})(cover.firstElementChild);
    cover.remove();
    return frames;
  })()`);
}

/** The same of the first text of the application. */
export async function paneScroll(page: Page): Promise<readonly number[]> {
  return page.evaluate(`(${scrollThrough.toString()})(document.querySelector(".panes .scroller"))`);
}

/** Runs in the page. */
async function scrollThrough(scroller: Element): Promise<readonly number[]> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  let last = await frame();
  for (let step = 1; step <= 120; step++) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * step) / 120;
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  scroller.scrollTop = 0;
  return frames;
}
