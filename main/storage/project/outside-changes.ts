import type { AnalystId } from "../../../annotations/model/id.ts";
import type { Files } from "../disk/files.ts";
import { factsAt, namesIn, type Place } from "../disk/place.ts";
import { signatureOf } from "../set/set-file.ts";
import { listSets, setSignature } from "../set/set-reading.ts";
import type { ProjectLayout } from "./project-layout.ts";

/** What a project's files look like at the moment, so that what other programs change in them is noticed. */
export interface Looks {
  /** `project.json`, and each source's metadata. */
  readonly shared: string;
  readonly sets: ReadonlyMap<AnalystId, string>;
  /** What lies beside the sets, or is kept in quarantine. */
  readonly beside: string;
}

/** What is different between two looks. */
export interface News {
  readonly shared: boolean;
  readonly sets: readonly AnalystId[];
  readonly beside: boolean;
}

/** What other programs have changed: everything that differs but the set that is held here. */
export function newsBetween(before: Looks, after: Looks, held: AnalystId | null): News {
  const differs = ([id, look]: [AnalystId, string]) => id !== held && look !== before.sets.get(id);
  return {
    shared: after.shared !== before.shared,
    sets: [...after.sets].filter(differs).map(([id]) => id),
    beside: after.beside !== before.beside,
  };
}

export function isAny({ shared, sets, beside }: News): boolean {
  return shared || beside || sets.length > 0;
}

export async function lookAt(files: Files, layout: ProjectLayout): Promise<Looks> {
  const sets = new Map<AnalystId, string>();
  for (const id of await listSets(files, layout)) sets.set(id, (await setSignature(files, layout, id)).all);
  return { shared: await looksOfShared(files, layout), sets, beside: await looksBeside(files, layout) };
}

async function looksOfShared(files: Files, layout: ProjectLayout): Promise<string> {
  const { path, label } = layout.sources;
  const records = (await namesIn(files, layout.sources)).filter((name) => !name.startsWith("."));
  const places: readonly Place[] = [
    layout.project,
    ...records.map((name) => ({ path: `${path}/${name}`, label: `${label}/${name}` })),
  ];
  const looks: string[] = [];
  for (const place of places) looks.push(`${place.label} ${signatureOf(await factsAt(files, place))}`);
  return looks.join("\n");
}

async function looksBeside(files: Files, layout: ProjectLayout): Promise<string> {
  const beside = (await namesIn(files, layout.annotations)).filter((name) => !name.startsWith("."));
  return [...beside, ...(await namesIn(files, layout.quarantined("annotations")))].join("\n");
}
