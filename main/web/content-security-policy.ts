/**
 * What the page may load and do, in every host: its own scripts, styles, fonts and calls, and nothing from elsewhere.
 * There are two Trusted Types policies: `ProseMirrorClipboard`, which ProseMirror needs wherever a view is editable, and
 * `ParallaxWorker`, which names the built files that run beside the page.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types ProseMirrorClipboard ParallaxWorker",
].join("; ");

/** The headers that every host sends with every answer. */
export const SECURITY_HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;
