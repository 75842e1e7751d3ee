import { expect, test } from "vitest";
import { latestOnly } from "./latest-only.ts";

/** What sends and is answered when the test says so. */
function recorder() {
  const sent: number[] = [];
  const answers: (() => void)[] = [];
  const latest = latestOnly((value: number) => {
    sent.push(value);
    return new Promise<void>((resolve) => answers.push(resolve));
  });
  return { sent, answers, latest };
}

test("sends at once, one at a time, and of what waits only the latest", async () => {
  const { sent, answers, latest } = recorder();
  latest.give(1);
  expect(sent).toEqual([1]);
  latest.give(2);
  latest.give(3);
  expect(sent).toEqual([1]);
  answers[0]?.();
  await expect.poll(() => sent).toEqual([1, 3]);
  answers[1]?.();
  await new Promise((resolve) => setImmediate(resolve));
  latest.give(4);
  expect(sent).toEqual([1, 3, 4]);
});

test("sends what waits when there is no more time, and no second time after that", async () => {
  const { sent, answers, latest } = recorder();
  latest.give(1);
  latest.give(2);
  latest.hurry();
  expect(sent).toEqual([1, 2]);
  answers[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  latest.hurry();
  expect(sent).toEqual([1, 2]);
});
