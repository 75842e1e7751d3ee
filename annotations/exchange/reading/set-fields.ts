import { isOwner, isWanted, type ReadingGround } from "./reading-ground.ts";
import { saysSo } from "./weighed.ts";

/** The fields of a later version that the files have of sets and their analysts, and that the set that is read into has not. */
export function fieldsOfSets(ground: ReadingGround): readonly string[] {
  const { read, choices, set } = ground;
  return read.analysts
    .filter(({ key }) => isWanted(key, choices))
    .flatMap((analyst) => {
      const here = set && isOwner(ground, analyst) ? { ...set.analyst, ...set } : {};
      const fields = Object.entries({ ...analyst.more, ...analyst.set?.more });
      const lacking = fields.filter(([name, value]) => !saysSo(here, { [name]: value }));
      return lacking.map(([name]) => `“${name}” of the set of ${analyst.name}`);
    });
}
