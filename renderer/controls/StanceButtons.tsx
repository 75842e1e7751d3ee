import { STANCE_SIGNS, STANCES, type Stance } from "../../annotations/model/stance.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { Key } from "./Key.tsx";

interface Props {
  /** The one that is in force; none while a stance is still to be chosen. */
  readonly chosen?: Stance;
  /** `tall` with sign, word and key below each other; `row` with sign and word; `bar` with sign and key only. */
  readonly layout: "tall" | "row" | "bar";
  /** What is held together with the number. */
  readonly modifier?: "Alt";
  /** Whether their keys are always 1 to 5, as in lists of passages, rather than those of the texts, which can be changed. */
  readonly numbered?: boolean;
  onChoose(stance: Stance, event: { readonly altKey: boolean }): void;
}

/** The five stances as buttons, in the order of their keys. */
export function StanceButtons({ chosen, layout, modifier, numbered = false, onChoose }: Props) {
  return (
    <fieldset className={`stances ${layout}`} aria-label="Stance">
      {STANCES.map((stance, i) => (
        <button
          key={stance}
          type="button"
          className={stance}
          aria-pressed={chosen === undefined ? undefined : stance === chosen}
          title={numbered || modifier ? `${stance} (${modifier ? `${modifier}+` : ""}${i + 1})` : stance}
          onClick={(event) => onChoose(stance, event)}
        >
          <b aria-hidden="true">{STANCE_SIGNS[stance]}</b>
          <span className={layout === "bar" ? "sr-only" : ""}>{stance}</span>
          {layout !== "row" && (numbered ? <Key>{String(i + 1)}</Key> : <ActionKey id={`stance.${stance}`} />)}
        </button>
      ))}
    </fieldset>
  );
}
