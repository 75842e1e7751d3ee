import { expect, test } from "vitest";
import { latestOnly } from "./latest-only.ts";

test("sends at once, one at a time, and of what waits only the latest", async () => {
  const sent: number[] = [];
  const answers: (() => void)[] = [];
  const give = latestOnly((value: number) => {
    sent.push(value);
    return new Promise<void>((resolve) => answers.push(resolve));
  });
  give(1);
  expect(sent).toEqual([1]);
  give(2);
  give(3);
  expect(sent).toEqual([1]);
  answers[0]?.();
  await expect.poll(() => sent).toEqual([1, 3]);
  answers[1]?.();
  await new Promise((resolve) => setImmediate(resolve));
  give(4);
  expect(sent).toEqual([1, 3, 4]);
});
