import { useMemo } from "react";
import type { SourceId } from "../../../annotations/model/id.ts";
import type { OriginVerdict } from "../../../annotations/model/origin-verdict.ts";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import { type OriginGroup, originGroups } from "../../../annotations/review/origin-groups.ts";
import { amount } from "../../controls/amount.ts";
import { setDesk, useDesk } from "../../session/desk.ts";
import { isReadOnly } from "../../session/selectors.ts";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import { takeBack } from "./verdicts.ts";

/** The articles that are one origin as it stands, each group with the reasons. */
export function OriginGroups() {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const { groups } = useMemo(() => originGroups(project, analyst.id), [project, analyst]);
  const sources = useMemo(() => new Map(project.sources.map((source) => [source.id, source])), [project.sources]);
  return (
    <section aria-labelledby="origin-groups">
      <h3 id="origin-groups" tabIndex={-1}>
        Articles that are one origin
      </h3>
      {groups.length === 0 ? (
        <p>
          None so far: every article stands for itself. Decide below on articles that share passages, or name the agency
          whose text an article prints in{" "}
          <button type="button" className="link" onClick={() => openDetails(null)}>
            its details
          </button>
          .
        </p>
      ) : (
        <ul className="origin-groups">
          {groups.slice(0, MOST_LISTED).map((group) => (
            <Group key={group.sources[0]} group={group} sources={sources} />
          ))}
        </ul>
      )}
      <NotListed number={groups.length} />
    </section>
  );
}

interface GroupProps {
  readonly group: OriginGroup;
  readonly sources: ReadonlyMap<SourceId, Source>;
}

function Group({ group, sources }: GroupProps) {
  // As in the project's order, whatever order their ids have.
  const names = (ids: readonly SourceId[]) =>
    listed(group.sources.filter((id) => ids.includes(id)).map((id) => nameOf(sources.get(id))));
  return (
    <li>
      <p>
        <b>
          <bdi>{names(group.sources)}</bdi>
        </b>{" "}
        <small>{amount(group.sources.length, "article")}, 1 origin</small>
      </p>
      <ul>
        {group.agencies.map((agency) => (
          <li key={agency.name}>
            <bdi>{agency.name}</bdi>: {amount(agency.sources.length, "article")}, declared
            {agency.sources.length < group.sources.length && (
              <>
                {" "}
                (<bdi>{names(agency.sources)}</bdi>)
              </>
            )}
            .{" "}
            <button type="button" className="link" onClick={() => openDetails(agency.sources[0] ?? null)}>
              Details
            </button>
          </li>
        ))}
        {group.confirmed.slice(0, MOST_LISTED).map((verdict) => (
          <Confirmed key={verdict.b + verdict.a} verdict={verdict} names={names([verdict.a, verdict.b])} />
        ))}
        {group.contradicted.slice(0, MOST_LISTED).map(({ a, b }) => (
          <li key={b + a}>
            You have called <bdi>{names([a, b])}</bdi> independent, but what is said above makes them one origin.
          </li>
        ))}
      </ul>
      <NotListed number={Math.max(group.confirmed.length, group.contradicted.length)} />
    </li>
  );
}

function Confirmed({ verdict, names }: { readonly verdict: OriginVerdict; readonly names: string }) {
  const readOnly = useDesk(isReadOnly);
  return (
    <li>
      Shared wording: <bdi>{names}</bdi>, confirmed by you.{" "}
      <button type="button" className="link" disabled={readOnly} onClick={() => takeBackFrom(verdict)}>
        Take back<span className="sr-only"> that {names} are one origin</span>
      </button>
    </li>
  );
}

/** The button goes with what it takes back, so the focus goes to the heading. */
function takeBackFrom(verdict: OriginVerdict): void {
  takeBack(verdict);
  document.getElementById("origin-groups")?.focus();
}

function nameOf(source: Source | undefined): string {
  if (!source) return "";
  return source.removed ? `${sourceName(source)} (taken out)` : sourceName(source);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function openDetails(sourceId: SourceId | null): void {
  setDesk({ dialog: { kind: "sources", sourceId } });
}
