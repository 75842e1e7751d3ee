/** The button that opens the list of articles; a key presses it. */
export const ARTICLES_MENU = "articles-menu";
