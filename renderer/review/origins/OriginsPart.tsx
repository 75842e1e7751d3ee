import { useEffect, useMemo } from "react";
import { openSources } from "../../../annotations/model/project.ts";
import type { Source } from "../../../annotations/model/source.ts";
import { DEFAULT_LEAST_WORDS, type Progress } from "../../../annotations/shared-passages/finder.ts";
import { amount } from "../../controls/amount.ts";
import { useDesk } from "../../session/desk.ts";
import { OriginGroups } from "./OriginGroups.tsx";
import { passageSearch, textsKey, usePassageSearch } from "./passage-search.ts";
import { SharedPairs } from "./SharedPairs.tsx";
import "./origins.css";

/** More articles are compared when somebody asks for it. */
const MOST_AT_ONCE = 100;

/** Which articles are one origin, and the passages that they share, from which an analyst can tell. */
export function OriginsPart() {
  return (
    <div className="part-body origins">
      <p className="explained">
        Articles that copy one text say a thing once, however many they are. Here you decide which of them are one{" "}
        <b>origin</b>; the status of a claim then counts origins. Articles that only quote the same speaker are one
        origin without your doing: that is in <i>Speakers</i>.
      </p>
      <OriginGroups />
      <SharedPassagesSection />
    </div>
  );
}

function SharedPassagesSection() {
  const project = useDesk((state) => state.project);
  const all = project.sources;
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks change the project, and nothing about its sources
  const sources = useMemo(() => openSources(project), [all]);
  const texts = useMemo(() => textsKey(sources), [sources]);
  const state = usePassageSearch();
  const isKnown = state.texts === texts;
  useEffect(() => {
    if (!isKnown && sources.length > 1 && sources.length <= MOST_AT_ONCE) passageSearch.find(sources);
  }, [isKnown, sources]);
  return (
    <section aria-labelledby="shared-passages">
      <h3 id="shared-passages">Passages that articles share</h3>
      {sources.length < 2 ? (
        <p>With two articles or more, the passages that they have in common word for word are listed here.</p>
      ) : isKnown && state.kind === "found" ? (
        <SharedPairs sources={sources} found={state.found} />
      ) : isKnown && state.kind === "searching" ? (
        <Searching progress={state.progress} number={sources.length} />
      ) : (
        <Beginning sources={sources} why={isKnown ? state.kind : "none"} />
      )}
    </section>
  );
}

function Searching({ progress, number }: { readonly progress: Progress | null; readonly number: number }) {
  const { step, done } = progress ?? { step: "reading", done: 0 };
  // Both steps go through all articles.
  const reached = step === "reading" ? done : number + done;
  return (
    <div className="passage-search">
      <progress max={2 * number} value={reached} aria-label="Comparing the wording of the articles" />
      <span>
        {done.toLocaleString("en")} of {amount(number, "article")} {step === "reading" ? "read" : "compared"}
      </span>
      <button type="button" onClick={() => passageSearch.stop()}>
        Cancel
      </button>
    </div>
  );
}

const REASONS: Readonly<Record<string, string>> = {
  stopped: "The search was cancelled.",
  failed: "The search could not be carried out. Try again; if that does not help, start Parallax anew.",
};

function Beginning({ sources, why }: { readonly sources: readonly Source[]; readonly why: string }) {
  return (
    <>
      <p role="status">{REASONS[why]}</p>
      <p className="passage-search">
        <button type="button" className="primary" onClick={() => passageSearch.find(sources)}>
          Compare the wording of {amount(sources.length, "article")}
        </button>
        <span>
          Finds runs of at least {DEFAULT_LEAST_WORDS} words that are equal or nearly so. Everything stays on this
          machine.
        </span>
      </p>
    </>
  );
}
