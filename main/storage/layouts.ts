import { z } from "zod";
import { EMPTY_LAYOUT, Layout } from "../../annotations/layout/layout.ts";
import { AnalystId, ProjectId } from "../../annotations/model/id.ts";
import type { Settings } from "./settings.ts";

/** How many layouts this machine remembers. */
const LAYOUTS = 50;

const RememberedLayout = z.strictObject({ projectId: ProjectId, analystId: AnalystId, layout: Layout });
type RememberedLayout = Readonly<z.infer<typeof RememberedLayout>>;

/** How an analyst arranged the panes of a project on this machine; as at the beginning when that cannot be read. */
export function rememberedLayout(
  { layouts }: Pick<Settings, "layouts">,
  projectId: ProjectId,
  analystId: AnalystId,
): Layout {
  const known = readable(layouts).find((one) => one.projectId === projectId && one.analystId === analystId);
  return known?.layout ?? EMPTY_LAYOUT;
}

/** The settings with a layout at the front of those remembered. What cannot be read among them is dropped. */
export function withLayout(settings: Settings, remembered: RememberedLayout): Settings {
  const others = readable(settings.layouts).filter(
    ({ projectId, analystId }) => projectId !== remembered.projectId || analystId !== remembered.analystId,
  );
  return { ...settings, layouts: [remembered, ...others].slice(0, LAYOUTS) };
}

function readable(layouts: unknown): readonly RememberedLayout[] {
  if (!Array.isArray(layouts)) return [];
  return layouts.flatMap((one) => {
    const { data } = RememberedLayout.safeParse(one);
    return data ? [data] : [];
  });
}
