/** The name of the one channel between the page and the host. */
export const CHANNEL = "parallax";
