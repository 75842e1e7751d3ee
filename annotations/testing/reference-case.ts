import { z } from "zod";

declare global {
  interface ImportMeta {
    /** Vite's, which the tests run in. */
    glob(pattern: string, options: { readonly eager: true; readonly import: "default" }): Record<string, unknown>;
  }
}

/** The reference cases of one kind, each parsed with the schema of its kind. */
export function referenceCases<T extends z.ZodType>(kind: string, schema: T): readonly z.infer<T>[] {
  const files = Object.values(
    import.meta.glob("../agreement/reference-cases/*.json", { eager: true, import: "default" }),
  );
  return files
    .filter((file) => z.object({ kind: z.string() }).parse(file).kind === kind)
    .map((file) => schema.parse(file));
}
