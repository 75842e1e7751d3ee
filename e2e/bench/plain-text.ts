import type { JSHandle, Page } from "@playwright/test";

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

/** Lays the texts out as plain text over everything else, until `uncover` takes that away. */
export async function coverWithPlain(page: Page): Promise<JSHandle<HTMLElement>> {
  const cover = await page.evaluateHandle<HTMLElement>(`(${LAY})()`);
  await nextFrame(page);
  return cover;
}

/** Has the next key put one <mark class="plain"> into a paragraph of the plain texts; nothing else hears of that key. */
export async function markAtNextKey(cover: JSHandle<HTMLElement>, round: number): Promise<void> {
  await cover.evaluate((plain, number) => {
    const paragraphs = plain.children[number % plain.children.length]?.querySelectorAll("p") ?? [];
    const node = paragraphs[number % Math.min(6, paragraphs.length)]?.firstChild;
    if (!(node instanceof Text)) throw new Error("There is no plain text to mark.");
    const put = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const range = document.createRange();
      range.setStart(node, 0);
      range.setEnd(node, Math.min(40, node.length));
      const mark = document.createElement("mark");
      mark.className = "plain";
      range.surroundContents(mark);
    };
    addEventListener("keydown", put, { capture: true, once: true });
  }, round);
}

export async function uncover(cover: JSHandle<HTMLElement>): Promise<void> {
  await cover.evaluate((plain) => plain.remove());
  await cover.dispose();
}

function nextFrame(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
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
