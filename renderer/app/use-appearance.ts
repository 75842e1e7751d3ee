import { useInsertionEffect } from "react";
import { useDesk } from "../session/desk.ts";

/**
 * Keeps the page's theme, contrast, text size and lines as the analyst chose them, following the system where asked to.
 * It is set before the texts are drawn: set afterwards, it would have every element styled twice.
 */
export function useAppearance(): void {
  const preferences = useDesk((state) => state.preferences);
  const { theme, contrast = "system", textSize, showBoilerplate } = preferences;
  const { colourBy = "stance", lineLength = "medium" } = preferences;
  useInsertionEffect(
    () =>
      follow("(prefers-color-scheme: dark)", (dark) => {
        document.documentElement.dataset.theme = theme === "system" ? (dark ? "dark" : "light") : theme;
      }),
    [theme],
  );
  useInsertionEffect(
    () =>
      follow("(prefers-contrast: more)", (more) => {
        document.documentElement.dataset.contrast = contrast === "more" || more ? "more" : "usual";
      }),
    [contrast],
  );
  useInsertionEffect(() => {
    document.documentElement.style.setProperty("--text-size", `${textSize}px`);
    document.documentElement.dataset.boilerplate = showBoilerplate ? "shown" : "hidden";
  }, [textSize, showBoilerplate]);
  useInsertionEffect(() => {
    document.documentElement.dataset.colourBy = colourBy;
    document.documentElement.dataset.lineLength = lineLength;
  }, [colourBy, lineLength]);
}

/** Tells whether the system asks for something, now and whenever that changes, until the returned function is called. */
function follow(query: string, tell: (asked: boolean) => void): () => void {
  const media = matchMedia(query);
  const set = () => tell(media.matches);
  set();
  media.addEventListener("change", set);
  return () => media.removeEventListener("change", set);
}
