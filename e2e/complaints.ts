import type { BrowserContext } from "@playwright/test";

/** What a browser says of an answer that a disk has no room; the page itself tells the person. */
const NOT_SAVED = /^Failed to load resource: the server responded with a status of 507 /;

/**
 * Hands every console error, uncaught error and broken content security policy of a context's pages to `complain`.
 * Call it before the pages load.
 */
export async function listen(context: BrowserContext, complain: (complaint: string) => void): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error" && !NOT_SAVED.test(message.text()))
      complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (webError) => complain(`uncaught: ${webError.error().stack ?? webError.error().message}`));
  await context.addInitScript(reportViolations);
}

/** Runs in the page. */
export function reportViolations(): void {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
    console.error(`content security policy: ${violatedDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber})`),
  );
}
