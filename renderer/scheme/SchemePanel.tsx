import { type KeyboardEvent, useEffect, useRef } from "react";
import { STANCE_SIGNS, STANCES, type Stance } from "../../annotations/model/stance.ts";
import {
  ATTITUDE_RULES,
  CERTAINTY_RULES,
  CONFIDENCE_RULES,
  EXAMPLE_CLAIM,
  IN_DOUBT,
  SILENCE_RULES,
  STANCE_RULES,
  VOICE_RULES,
} from "../../annotations/model/stance-scheme.ts";
import { Key } from "../controls/Key.tsx";
import { type Desk, useDesk } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";
import { leaveScheme } from "./opening.ts";
import "./scheme.css";

/** The stance scheme with its decision rules, beside the texts; the stance at hand is set off. */
export function SchemePanel() {
  const current = useDesk(stanceAtHand);
  return (
    <aside className="side-panel scheme" aria-label="Stance scheme" onKeyDown={onKey}>
      <div className="rail-head">
        <h2>Stance scheme</h2>
        <button type="button" className="icon small" aria-label="Close" title="Close (Esc)" onClick={leaveScheme}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a pointer it is scrolled with the focus in it */}
      <section className="rules" tabIndex={0} aria-label="Rules">
        <p className="claim-of-examples">
          The examples speak to the claim “{EXAMPLE_CLAIM}” What somebody else is quoted with is judged as theirs.
        </p>
        <ol>
          {STANCES.map((stance, i) => (
            <Rule key={stance} stance={stance} digit={i + 1} isCurrent={stance === current} />
          ))}
        </ol>
        <section aria-label="In doubt">
          <h3>In doubt, in this order</h3>
          <ol className="in-doubt">
            {IN_DOUBT.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ol>
        </section>
        <Choices title="Voice: who says it" rules={VOICE_RULES} />
        <Choices title="Attitude to another's voice" rules={ATTITUDE_RULES} />
        <Choices title="Certainty of the passage" rules={CERTAINTY_RULES} />
        <Choices title="Your confidence" rules={CONFIDENCE_RULES} />
        <Choices title="Where nothing is tagged" rules={SILENCE_RULES} />
      </section>
    </aside>
  );
}

/** The stance that is being given, or that of the active tag. */
function stanceAtHand(state: Desk): Stance | null {
  const { picking, activeTag } = state;
  if (picking?.kind === "draft") return picking.draft.stance;
  const tags = markOf(state, state.activeMark)?.tags ?? [];
  return (tags.find(({ id }) => id === activeTag) ?? tags[0])?.stance ?? null;
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  leaveScheme();
}

interface RuleProps {
  readonly stance: Stance;
  readonly digit: number;
  readonly isCurrent: boolean;
}

function Rule({ stance, digit, isCurrent }: RuleProps) {
  const { definition, rule, example, counterExample } = STANCE_RULES[stance];
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <li ref={item} className={`rule-of ${stance}`} aria-current={isCurrent ? "true" : undefined}>
      <h3>
        <span className="sign" aria-hidden="true">
          {STANCE_SIGNS[stance]}
        </span>
        {stance}
        <Key>{String(digit)}</Key>
      </h3>
      <p>{definition}</p>
      <p>{rule}</p>
      <p className="example">
        <mark className={`mark own lane-0 ${stance}`}>{example}</mark>
      </p>
      <p className="counter">
        <b>Not</b> {counterExample}
      </p>
    </li>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly rules: Readonly<Record<string, { readonly name: string; readonly rule: string }>>;
}

function Choices({ title, rules }: ChoicesProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {Object.values(rules).map(({ name, rule }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
