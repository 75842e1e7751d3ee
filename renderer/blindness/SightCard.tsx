import { type ReactNode, useEffect, useRef } from "react";
import type { Sight } from "../../annotations/model/blindness.ts";
import type { Source } from "../../annotations/model/source.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { act } from "../actions/act.ts";
import { amount } from "../controls/amount.ts";
import { timeWords } from "../files/time-words.ts";
import { useDesk } from "../session/desk.ts";
import { isReadOnly, matrix } from "../session/selectors.ts";
import { complete, reveal, takeBackDone } from "./completing.ts";
import { askToReveal, closeSightMenu, useSightMenu } from "./sight-menu.ts";

interface Props {
  readonly source: Source;
  readonly sight: Exclude<Sight, { kind: "alone" }>;
}

/** How the analyst's own work on an article stands, what is seen of the others', and the next step. */
export function SightCard({ source, sight }: Props) {
  const asks = useSightMenu((state) => state.asks);
  switch (sight.kind) {
    case "adjudicator":
      return (
        <Step actions={<CompareButton />}>
          <p>
            You are the author of the adjudicated layer: you see everybody’s marks, and yours are not compared with
            theirs.
          </p>
        </Step>
      );
    case "revealed":
      return (
        <Step
          actions={
            <>
              <CompareButton />
              {sight.done ? <NotDone source={source} /> : <Done source={source} />}
            </>
          }
        >
          <p>
            You see the others’ marks since {timeWords(sight.since)}. What you mark or change here since then does not
            count as blind.
          </p>
        </Step>
      );
    case "blind":
      if (sight.done === null) return <AtWork source={source} />;
      return asks ? <Asking source={source} /> : <IsDone source={source} done={sight.done} />;
    default:
      return sight satisfies never;
  }
}

function AtWork({ source }: { readonly source: Source }) {
  const left = useDesk((state) => matrix(state).unreviewed.get(source.id) ?? 0);
  return (
    <Step actions={<Done source={source} primary />}>
      <p>
        What others have marked here is hidden until you are done with the article, so that your work stays your own.
      </p>
      {left > 0 && (
        <p className="hint">
          {amount(left, "claim")} {left === 1 ? "is" : "are"} not reviewed yet. You can be done all the same.
        </p>
      )}
    </Step>
  );
}

function IsDone({ source, done }: { readonly source: Source; readonly done: string }) {
  const readOnly = useDesk(isReadOnly);
  return (
    <Step
      actions={
        <>
          <button type="button" className="primary" disabled={readOnly} onClick={() => askToReveal(true)}>
            Show the others’ marks…
          </button>
          <NotDone source={source} />
        </>
      }
    >
      <p>You are done since {timeWords(done)}. What others have marked here is still hidden.</p>
    </Step>
  );
}

function Asking({ source }: { readonly source: Source }) {
  return (
    <Step
      actions={
        <>
          <button
            type="button"
            className="primary"
            onClick={() => {
              if (reveal([source.id])) askToReveal(false);
            }}
          >
            Show them
          </button>
          <button type="button" onClick={() => askToReveal(false)}>
            Keep them hidden
          </button>
        </>
      }
    >
      <p>
        This is recorded in the project with your name and the time, and cannot be undone. What you mark or change here
        from now on no longer counts as blind.
      </p>
    </Step>
  );
}

/** What there is to know and to do; each step gives the focus to its first button. */
function Step({ children, actions }: { readonly children: ReactNode; readonly actions: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => row.current?.querySelector("button")?.focus(), []);
  return (
    <>
      {children}
      <div ref={row} className="card-actions">
        {actions}
      </div>
    </>
  );
}

function Done({ source, primary = false }: { readonly source: Source; readonly primary?: boolean }) {
  const readOnly = useDesk(isReadOnly);
  return (
    <button type="button" className={primary ? "primary" : ""} disabled={readOnly} onClick={() => complete(source.id)}>
      Done with this article
    </button>
  );
}

function NotDone({ source }: { readonly source: Source }) {
  const readOnly = useDesk(isReadOnly);
  return (
    <button type="button" disabled={readOnly} onClick={() => takeBackDone(source.id)}>
      Not done after all
    </button>
  );
}

function CompareButton() {
  return (
    <button
      type="button"
      className="primary"
      onClick={() => {
        closeSightMenu(true);
        act("analysts.compare");
      }}
    >
      Compare analysts <ActionKey id="analysts.compare" />
    </button>
  );
}
