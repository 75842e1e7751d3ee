import { useMemo, useState } from "react";
import type { ExportChoice } from "../../annotations/exchange/export-choice.ts";
import { marksByPart } from "../../annotations/exchange/going-out.ts";
import type { AnalystId, ClaimId, SourceId } from "../../annotations/model/id.ts";
import { openSources } from "../../annotations/model/project.ts";
import { sourceNameAndTitle } from "../../annotations/model/source.ts";
import { visibleProject } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";
import { claimsOf } from "../session/selectors.ts";
import type { CheckItem } from "./CheckList.tsx";
import { ALL, idsOf, type Part } from "./PartChoice.tsx";

/** What of the project goes out, and the lists to choose it from, with the marks that each line brings. */
export interface ExportParts {
  readonly choice: ExportChoice;
  readonly claims: ChosenPart<ClaimId>;
  readonly sources: ChosenPart<SourceId>;
}

interface ChosenPart<Id extends string> {
  readonly items: readonly CheckItem<Id>[];
  readonly counts: ReadonlyMap<Id, number>;
  readonly part: Part<Id>;
  onChoose(part: Part<Id>): void;
}

/** The choice of claims and articles, for as long as the window is open. Marks that are hidden from the analyst are not counted. */
export function useExportParts(only: AnalystId | null): ExportParts {
  const project = useDesk(visibleProject);
  const listed = useDesk(claimsOf);
  const [claims, chooseClaims] = useState<Part<ClaimId>>(ALL);
  const [sources, chooseSources] = useState<Part<SourceId>>(ALL);
  const choice = useMemo(
    () => ({
      analysts: only === null ? undefined : [only],
      claims: idsOf(claims, listed),
      sources: idsOf(sources, openSources(project)),
    }),
    [only, claims, sources, listed, project],
  );
  const counts = useMemo(() => marksByPart(project, choice), [project, choice]);
  const claimItems = useMemo(
    () => listed.map(({ id, displayLabel, text }) => ({ id, label: displayLabel, words: text })),
    [listed],
  );
  const sourceItems = useMemo(
    () => openSources(project).map((source) => ({ id: source.id, label: "", words: sourceNameAndTitle(source) })),
    [project],
  );
  return {
    choice,
    claims: { items: claimItems, counts: counts.claims, part: claims, onChoose: chooseClaims },
    sources: { items: sourceItems, counts: counts.sources, part: sources, onChoose: chooseSources },
  };
}
