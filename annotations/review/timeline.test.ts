import { describe, expect, it } from "vitest";
import { matrixSaying } from "../testing/matrix.ts";
import { timelines } from "./timeline.ts";

const { rows, sources } = matrixSaying({
  rows: [
    ["supports", "supports", "refutes", "mentions"],
    [null, "refutes", null, null],
    [null, null, null, null],
  ],
  sources: [
    { outlet: "Herald", date: "2022-11-23" },
    { outlet: "Post", date: "2022-03" },
    { outlet: "Herald", date: "2022-12-01" },
    { outlet: "Herald", date: "" },
  ],
});
const [first, second, ...others] = timelines({ rows, sources });

describe("timelines", () => {
  it("orders by date and keeps what has none apart", () => {
    expect(first?.dated.map(({ source }) => source.date)).toEqual(["2022-03", "2022-11-23", "2022-12-01"]);
    expect(first?.undated).toHaveLength(1);
  });

  it("says where an outlet says something else than before", () => {
    expect(first?.dated.map(({ changed }) => changed)).toEqual([false, false, true]);
    expect(first?.undated.map(({ changed }) => changed)).toEqual([false]);
  });

  it("leaves out claims to which nobody speaks", () => {
    expect(second?.claim.displayLabel).toBe("C2");
    expect(others).toEqual([]);
  });

  it("names everybody who may have been first where a date lacks its month or day", () => {
    expect(first?.first.map(({ outlet }) => outlet)).toEqual(["Post"]);
    const vague = matrixSaying({
      rows: [["supports", "supports", "supports"]],
      sources: [{ date: "2022" }, { date: "2022-11-23" }, { date: "2023-01-01" }],
    });
    expect(timelines(vague)[0]?.first.map(({ date }) => date)).toEqual(["2022", "2022-11-23"]);
  });
});
