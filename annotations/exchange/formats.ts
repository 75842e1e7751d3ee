import { brat } from "./brat/brat.ts";
import { claimReview } from "./claim-review/claim-review.ts";
import { conll } from "./conll/conll.ts";
import { longCsv } from "./csv/long-csv.ts";
import { marksCsv } from "./csv/marks-csv.ts";
import { matrixCsv } from "./csv/matrix-csv.ts";
import { doccano } from "./doccano/doccano.ts";
import type { ExchangeFormat, ReadableFormat, WritableFormat } from "./format.ts";
import { hypothesis } from "./hypothesis/hypothesis.ts";
import { annotationSetJson } from "./json/annotation-set-json.ts";
import { labelStudio } from "./label-studio/label-studio.ts";
import { prodigy } from "./prodigy/prodigy.ts";
import { refiCodebook } from "./refi/refi-codebook.ts";
import { refiProject } from "./refi/refi-project.ts";
import { uimaJson } from "./uima/uima-json.ts";
import { uimaXmi } from "./uima/uima-xmi.ts";
import { webAnnotation } from "./web-annotation/web-annotation.ts";

/** Every exchange format, in the order in which dialogs and the command line list them. */
export const FORMATS: readonly ExchangeFormat[] = [
  annotationSetJson,
  webAnnotation,
  marksCsv,
  matrixCsv,
  longCsv,
  refiCodebook,
  refiProject,
  brat,
  labelStudio,
  uimaJson,
  uimaXmi,
  doccano,
  prodigy,
  hypothesis,
  conll,
  claimReview,
];

/** The formats in which annotation sets go out. */
export const EXPORT_FORMATS: readonly WritableFormat[] = FORMATS.filter((format) => isWritable(format));

/** The formats that can be read. */
export const READ_FORMATS: readonly ReadableFormat[] = FORMATS.filter((format) => isReadable(format));

/** The export format with this id, or undefined. */
export function exportFormat(id: string): WritableFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.id === id);
}

/** The format with this id that can be read, or undefined. */
export function readFormat(id: string): ReadableFormat | undefined {
  return READ_FORMATS.find((format) => format.id === id);
}

function isWritable(format: ExchangeFormat): format is WritableFormat {
  return format.write !== undefined;
}

function isReadable(format: ExchangeFormat): format is ReadableFormat {
  return format.reader !== undefined;
}
