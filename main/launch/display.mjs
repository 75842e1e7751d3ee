/**
 * Why a window of our own cannot open on this machine, as the beginning of a sentence; null when it can.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {number | undefined} user the user's number where the system has one
 */
export function noWindowHere(platform, env, user) {
  if (!hasScreen(platform, env)) return "No display here";
  // Chromium's sandbox refuses root, and the sandbox stays on.
  return platform === "linux" && user === 0 ? "The window does not open for root" : null;
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function hasScreen(platform, env) {
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
