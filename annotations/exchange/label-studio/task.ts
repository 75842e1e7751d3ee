import { z } from "zod";

const Place = z.union([z.number(), z.string()]).optional();

/** What a region or an answer has for its value, as far as it is read. */
const ResultValue = z.looseObject({
  start: Place,
  end: Place,
  text: z.union([z.string(), z.array(z.string())]).optional(),
  labels: z.array(z.string()).optional(),
  choices: z.array(z.string()).optional(),
  /** In the text that is shown of a page, where `start` and `end` are paths in its markup. */
  globalOffsets: z.looseObject({ start: z.number(), end: z.number() }).optional(),
});

/** One entry of an annotation: a region, or an answer to a question about one. */
export const Result = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  from_name: z.string().optional(),
  to_name: z.string().optional(),
  value: ResultValue.optional(),
  meta: z.unknown().optional(),
});
export type Result = Readonly<z.infer<typeof Result>>;

/** Who annotated: the number of a user, or a user. */
export const CompletedBy = z.union([
  z.number(),
  z.string(),
  z.looseObject({
    id: z.number().optional(),
    email: z.string().optional(),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
  }),
]);
export type CompletedBy = Readonly<z.infer<typeof CompletedBy>>;

/** What one user made of a task. The entries are looked at one by one. */
export const Annotation = z.looseObject({
  completed_by: CompletedBy.nullish(),
  was_cancelled: z.boolean().nullish(),
  created_at: z.string().nullish(),
  result: z.array(z.unknown()).nullish(),
});
export type Annotation = Readonly<z.infer<typeof Annotation>>;

/** A task as the complete export has it. Annotations were called completions once. */
export const Task = z.looseObject({
  id: z.union([z.number(), z.string()]).optional(),
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(z.unknown()).nullish(),
  completions: z.array(z.unknown()).nullish(),
  predictions: z.array(z.unknown()).nullish(),
});
export type Task = Readonly<z.infer<typeof Task>>;
