import type { BrowserContext } from "@playwright/test";

/**
 * Hands every console error, uncaught error and broken content security policy of a context's pages to `complain`.
 * Call it before the pages load.
 */
export async function listen(context: BrowserContext, complain: (complaint: string) => void): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error") complain(`console: ${message.text()} (${message.location().url})`);
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
