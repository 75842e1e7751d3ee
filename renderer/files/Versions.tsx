import { Tabs } from "@base-ui/react/tabs";
import { useEffect, useRef, useState } from "react";
import type { SetVersion } from "../../annotations/api/set-version.ts";
import { now } from "../../annotations/model/timestamp.ts";
import { useDesk } from "../session/desk.ts";
import { client } from "../session/transport.ts";
import { contentsWords } from "./contents-words.ts";
import { sinceWords, timeWords } from "./time-words.ts";
import { useFetched } from "./use-fetched.ts";
import { VersionComparison } from "./VersionComparison.tsx";
import { VERSION_WORDS } from "./version-words.ts";

/** The other versions of the analyst's set, and beside them what is different in one of them. */
export function Versions() {
  const name = useDesk((state) => state.analyst.name);
  const [list, reload] = useVersions();
  return (
    <section className="versions" aria-labelledby="versions-title">
      <h3 id="versions-title">
        Versions of the marks of <bdi>{name}</bdi>
      </h3>
      {list.kind === "waiting" && <p className="hint">Looking at the folder…</p>}
      {list.kind === "failed" && <p className="problem">The versions could not be listed. {list.message}</p>}
      {list.kind === "here" && list.value.length === 0 && <NoVersions />}
      {list.kind === "here" && list.value.length > 0 && <VersionChoice versions={list.value} onSettled={reload} />}
    </section>
  );
}

async function listVersions(): Promise<readonly SetVersion[]> {
  return (await client("versions.list", {})).versions;
}

/** The list is fetched again when something about the files is new, and when asked to. */
function useVersions() {
  const [list, reload] = useFetched(listVersions);
  useEffect(() => useDesk.subscribe(({ reports }, before) => reports !== before.reports && reload()), [reload]);
  return [list, reload] as const;
}

function NoVersions() {
  return (
    <p className="hint">
      None yet. While you work, Parallax keeps a former version of your marks about every half hour: the latest ten,
      then one for each hour, day, week and month. Each can be looked at and restored here.
    </p>
  );
}

interface ChoiceProps {
  readonly versions: readonly SetVersion[];
  onSettled(): void;
}

/** The list takes the focus back when what had it is gone with a decision. */
function VersionChoice({ versions, onSettled }: ChoiceProps) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const waiting = versions.find(({ kind }) => kind !== "backup");
  const chosen = versions.find(({ id }) => id === chosenId) ?? waiting;
  useEffect(() => {
    if (versions.length > 0 && document.activeElement === document.body) focusChosen(list.current);
  }, [versions]);
  return (
    <Tabs.Root
      className="version-choice"
      orientation="vertical"
      value={chosen?.id ?? null}
      onValueChange={(id: string) => setChosenId(id)}
    >
      <Tabs.List ref={list} className="version-list" activateOnFocus={false} aria-label="Versions, the latest first">
        {versions.map((version) => (
          <VersionTab key={version.id} version={version} />
        ))}
      </Tabs.List>
      {chosen ? (
        <Tabs.Panel value={chosen.id} className="version-panel">
          <VersionComparison key={chosen.id} version={chosen} onSettled={onSettled} />
        </Tabs.Panel>
      ) : (
        <p className="hint no-version">
          Choose a version to see what is different in it from your marks as they are now.
        </p>
      )}
    </Tabs.Root>
  );
}

function focusChosen(list: HTMLElement | null): void {
  const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]') ?? list?.querySelector<HTMLElement>("button");
  tab?.focus();
}

function VersionTab({ version: { id, kind, at, contents } }: { readonly version: SetVersion }) {
  return (
    <Tabs.Tab value={id} className={kind}>
      <span className="version-time">
        <time dateTime={at}>{timeWords(at)}</time>
        <small>{sinceWords(at, now())}</small>
      </span>
      <span className="version-kind">{VERSION_WORDS[kind].name}</span>
      <small>{contentsWords(contents)}</small>
    </Tabs.Tab>
  );
}
