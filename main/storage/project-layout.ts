import { basename, join, resolve } from "node:path";
import type { AnalystId, SourceId } from "../../annotations/model/id.ts";
import { shownName } from "../host/file-name.ts";
import type { Place } from "./place.ts";

/** Where each file of a project lies, as the README's table of the file format says. */
export interface ProjectLayout {
  readonly folder: string;
  readonly project: Place;
  readonly sources: Place;
  readonly annotations: Place;
  readonly journals: Place;
  source(id: SourceId): Place;
  sourceText(id: SourceId): Place;
  sourceOriginal(id: SourceId): Place;
  set(id: AnalystId): Place;
  journal(id: AnalystId): Place;
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
    project: place("project.json"),
    sources: place("sources"),
    annotations: place("annotations"),
    journals: place("journal"),
    source: (id) => place("sources", `${id}.json`),
    sourceText: (id) => place("sources", `${id}.txt`),
    sourceOriginal: (id) => place("sources", `${id}.original.txt`),
    set: (id) => place("annotations", `${id}.json`),
    journal: (id) => place("journal", id),
  };
}
