import { basename, join, resolve } from "node:path";
import type { AnalystId, SourceId } from "../../../annotations/model/id.ts";
import { shownName } from "../../host/file-name.ts";
import type { Place } from "../disk/place.ts";

/** Where each file of a project lies, as the README's table of the file format says. */
export interface ProjectLayout {
  readonly folder: string;
  readonly root: Place;
  readonly project: Place;
  readonly sources: Place;
  readonly annotations: Place;
  readonly journals: Place;
  readonly backups: Place;
  readonly quarantine: Place;
  source(id: SourceId): Place;
  sourceText(id: SourceId): Place;
  sourceOriginal(id: SourceId): Place;
  set(id: AnalystId): Place;
  journal(id: AnalystId): Place;
  /** The folders of the former versions of all sets. */
  readonly allSetBackups: Place;
  /** The former versions of a set. */
  setBackups(id: AnalystId): Place;
  /** The copy of a file that analysts share. `name` is its place in the project. */
  sharedCopy(name: string): Place;
  /** Where a file is kept that a former version of the program wrote, before this one writes it. */
  ofVersion(version: number, name: string): Place;
  /** `name` is a place in `quarantine/`. */
  quarantined(name: string): Place;
}

/** The layout of the project in `folder`. Labels begin with the folder's own name and never show the way to it. */
export function projectLayout(folder: string): ProjectLayout {
  const root = resolve(folder);
  const place = (...names: string[]): Place => ({
    path: join(root, ...names),
    label: [shownName(basename(root)), ...names].join("/"),
  });
  return {
    folder: root,
    root: place(),
    project: place("project.json"),
    sources: place("sources"),
    annotations: place("annotations"),
    journals: place("journal"),
    backups: place("backups"),
    quarantine: place("quarantine"),
    source: (id) => place("sources", `${id}.json`),
    sourceText: (id) => place("sources", `${id}.txt`),
    sourceOriginal: (id) => place("sources", `${id}.original.txt`),
    set: (id) => place("annotations", `${id}.json`),
    journal: (id) => place("journal", id),
    allSetBackups: place("backups", "annotations"),
    setBackups: (id) => place("backups", "annotations", id),
    sharedCopy: (name) => place("backups", name),
    ofVersion: (version, name) => place("backups", `version-${version}`, name),
    quarantined: (name) => place("quarantine", name),
  };
}
