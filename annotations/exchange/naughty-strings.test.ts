import { expect, it } from "vitest";
import { BOTH_WAYS } from "./testing/both-ways.ts";
import { carried } from "./testing/carried.ts";
import { naughtyProject, stringsFor } from "./testing/naughty-project.ts";
import { roundTrip } from "./testing/round-trip.ts";

it.each(BOTH_WAYS.map((format) => [format.id, format] as const))("come back through %s as they were", (_, format) => {
  const project = naughtyProject(stringsFor(format));
  expect(carried(roundTrip(format, project), format.carries)).toEqual(carried(project, format.carries));
});
