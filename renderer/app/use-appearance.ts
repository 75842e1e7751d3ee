import { useEffect } from "react";
import { useDesk } from "../session/desk.ts";

/** Keeps the page's theme and text size as the analyst chose them, following the system where asked to. */
export function useAppearance(): void {
  const { theme, textSize, showBoilerplate, colourBy = "stance" } = useDesk((state) => state.preferences);
  useEffect(() => {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const set = () => {
      document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
    };
    set();
    dark.addEventListener("change", set);
    return () => dark.removeEventListener("change", set);
  }, [theme]);
  useEffect(() => {
    document.documentElement.style.setProperty("--text-size", `${textSize}px`);
    document.documentElement.dataset.boilerplate = showBoilerplate ? "shown" : "hidden";
  }, [textSize, showBoilerplate]);
  useEffect(() => {
    document.documentElement.dataset.colourBy = colourBy;
  }, [colourBy]);
}
