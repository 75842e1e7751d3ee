import { ALIGNING_ACTIONS } from "../aligning/aligning-actions.ts";
import { APP_ACTIONS } from "../app/app-actions.ts";
import { BLINDNESS_ACTIONS } from "../blindness/blindness-actions.ts";
import { CLAIM_ACTIONS } from "../claims/claim-actions.ts";
import { COMPARING_ACTIONS } from "../comparing/comparing-actions.ts";
import { MARK_LIST_ACTIONS } from "../mark-list/mark-list-actions.ts";
import { MARK_ACTIONS } from "../marks/mark-actions.ts";
import { PANE_ACTIONS } from "../panes/pane-actions.ts";
import { READING_ACTIONS } from "../reading/reading-actions.ts";
import { CELL_ACTIONS } from "../review/evidence/cell-actions.ts";
import { ORIGIN_ACTIONS } from "../review/origins/origin-actions.ts";
import { REVIEW_ACTIONS } from "../review/review-actions.ts";
import { SCHEME_ACTIONS } from "../scheme/scheme-actions.ts";
import { SEARCH_ACTIONS } from "../search/search-actions.ts";
import { SPEAKER_ACTIONS } from "../speakers/speaker-actions.ts";
import { STEP_ACTIONS } from "../steps/step-actions.ts";
import type { Action } from "./action.ts";

/**
 * Everything that a person can do by key or from the palette. Each noun's folder lists its own actions; a new one is an
 * entry there, and it is in the key sheet and in the palette.
 */
export const ALL_ACTIONS: readonly Action[] = [
  ...MARK_ACTIONS,
  ...PANE_ACTIONS,
  ...BLINDNESS_ACTIONS,
  ...COMPARING_ACTIONS,
  ...CLAIM_ACTIONS,
  ...SPEAKER_ACTIONS,
  ...ALIGNING_ACTIONS,
  ...SEARCH_ACTIONS,
  ...MARK_LIST_ACTIONS,
  ...SCHEME_ACTIONS,
  ...READING_ACTIONS,
  ...STEP_ACTIONS,
  ...APP_ACTIONS,
  ...CELL_ACTIONS,
  ...ORIGIN_ACTIONS,
  ...REVIEW_ACTIONS,
];
