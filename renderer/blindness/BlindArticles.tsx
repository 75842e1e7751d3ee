import { useState } from "react";
import { blindSources } from "../../annotations/model/blindness.ts";
import type { SourceId } from "../../annotations/model/id.ts";
import { type Source, sourceName } from "../../annotations/model/source.ts";
import { amount } from "../controls/amount.ts";
import { timeWords } from "../files/time-words.ts";
import { sightIn } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { reveal } from "./completing.ts";
import "./blindness.css";

/** The articles in which others' marks are hidden, and how they come to be shown; nothing where there is none. */
export function BlindArticles() {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const [asked, setAsked] = useState<SourceId | null>(null);
  const blind = blindSources(project, analyst.id);
  if (blind.length === 0) return null;
  return (
    <div className="blind-articles">
      <p className="explained">
        You are still blind to {amount(blind.length, "article")}: where others differ there is neither listed nor
        counted here. Once you are done with an article (in Read), you can have it shown.
      </p>
      <ul>
        {blind.map((source) => (
          <BlindArticle key={source.id} source={source} asks={asked === source.id} ask={setAsked} />
        ))}
      </ul>
    </div>
  );
}

interface Props {
  readonly source: Source;
  readonly asks: boolean;
  ask(source: SourceId | null): void;
}

function BlindArticle({ source, asks, ask }: Props) {
  const done = useDesk((state) => {
    const sight = sightIn(state, source.id);
    return sight.kind === "blind" ? sight.done : null;
  });
  const readOnly = useDesk(isReadOnly);
  return (
    <li>
      <bdi>{sourceName(source)}</bdi>
      <small>{done === null ? "not done" : `done since ${timeWords(done)}`}</small>
      {done !== null && !asks && (
        <button type="button" className="link" disabled={readOnly} onClick={() => ask(source.id)}>
          Show the others’ marks…
        </button>
      )}
      {asks && (
        <span role="status">
          Recorded with your name and the time, for good; what you change there from now on does not count as blind.{" "}
          <button type="button" className="link" onClick={() => reveal([source.id])}>
            Show them
          </button>{" "}
          <button type="button" className="link" onClick={() => ask(null)}>
            Keep them hidden
          </button>
        </span>
      )}
    </li>
  );
}
