import type { Settings } from "../storage/settings.ts";

/** A rectangle on the desktop, in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window stands, and whether it is maximised from there. */
export interface Placement {
  readonly bounds: Area;
  readonly maximised: boolean;
}

/** The smallest window in which two panes can be read. */
export const MIN_SIZE = { width: 900, height: 600 } as const;

/** Room for five panes, where the display has it. */
const PREFERRED_SIZE = { width: 1600, height: 1000 } as const;

/**
 * Where to open the window: as remembered, moved and shrunk into the display it mostly stood on, or in the middle of
 * the first display when that one is gone or nothing is remembered. `displays` are work areas, the primary one first.
 */
export function placement(remembered: Placement | null, displays: readonly [Area, ...Area[]]): Placement {
  const home = remembered && mostCovered(remembered.bounds, displays);
  if (remembered && home) return { bounds: fitted(remembered.bounds, home), maximised: remembered.maximised };
  return { bounds: centred(displays[0]), maximised: false };
}

function mostCovered(bounds: Area, displays: readonly Area[]): Area | null {
  const [first] = displays.toSorted((a, b) => overlap(bounds, b) - overlap(bounds, a));
  return first && overlap(bounds, first) > 0 ? first : null;
}

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function fitted(bounds: Area, display: Area): Area {
  const width = clamp(bounds.width, MIN_SIZE.width, display.width);
  const height = clamp(bounds.height, MIN_SIZE.height, display.height);
  return {
    x: clamp(bounds.x, display.x, display.x + display.width - width),
    y: clamp(bounds.y, display.y, display.y + display.height - height),
    width,
    height,
  };
}

function centred(display: Area): Area {
  const width = clamp(PREFERRED_SIZE.width, MIN_SIZE.width, display.width);
  const height = clamp(PREFERRED_SIZE.height, MIN_SIZE.height, display.height);
  const x = display.x + Math.max(0, Math.round((display.width - width) / 2));
  const y = display.y + Math.max(0, Math.round((display.height - height) / 2));
  return { x, y, width, height };
}

/** The nearest value between `low` and `high`; `low` when there is none, so that a small display gets the minimum. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Where the window stood when it was closed the last time; null when that is not known. */
export function rememberedPlacement({ window }: Pick<Settings, "window">): Placement | null {
  if (window?.x === undefined || window.y === undefined) return null;
  const { x, y, width, height, maximized } = window;
  return { bounds: { x, y, width, height }, maximised: maximized };
}

/** The settings with the place of the window. */
export function withPlacement(settings: Settings, { bounds, maximised }: Placement): Settings {
  return { ...settings, window: { ...settings.window, ...bounds, maximized: maximised } };
}
