/** Whether a line by itself is a part of the page around an article: navigation, counters, buttons, notices, credits. */
export function isFurniture(line: string): boolean {
  if (line.length > 500) return false;
  return (
    FIXED.has(bare(line)) ||
    PATTERNS.some((pattern) => pattern.test(line)) ||
    isBreadcrumb(line) ||
    isCredit(line) ||
    isNavigationList(line)
  );
}

/** A word of a menu, which says nothing when it stands alone: it may head a section of the article as well. */
export function isNavigationWord(line: string): boolean {
  return NAVIGATION.has(bare(line));
}

/**
 * What a line heads at the end of an article's page, or null for any other line: the readers' replies, or a list of
 * other articles, which pages also put between an article's paragraphs.
 */
export function footerOf(line: string): "replies" | "list" | null {
  if (line.length > 100) return null;
  const words = bare(line);
  if (REPLIES.test(words)) return "replies";
  return OTHER_ARTICLES.test(words) ? "list" : null;
}

function bare(line: string): string {
  return line
    .toLowerCase()
    .replace(/^[\s#>*•·|»←→-]+|[\s:.!…»>→|-]+$/gu, "")
    .replaceAll("’", "'");
}

const FIXED = new Set([
  ...["top of page", "bottom of page", "back to top", "return to top", "skip to content", "skip to main content"],
  ...["skip to navigation", "skip to footer", "jump to content", "share this", "share this article", "share this post"],
  ...["share this page", "share this story", "share article", "share post", "share on social media", "copy link"],
  ...["print this page", "print this article", "email this article", "add a comment", "write a comment"],
  ...[
    "post a comment",
    "subscribe",
    "subscribe now",
    "sign in",
    "log in",
    "sign up",
    "advertisement",
    "advertisements",
  ],
  ...["article continues below", "continue reading below", "story continues below advertisement", "toggle navigation"],
  ...["listen to this article", "all rights reserved", "accept cookies", "accept all cookies", "cookie settings"],
  ...["reject all cookies", "manage cookies", "cookie policy", "privacy policy", "terms of use", "terms of service"],
  ...["post not marked as liked", "loading", "load more", "previous post", "next post", "previous article"],
  ...["next article", "haut de page", "aller au contenu", "nach oben", "zum inhalt springen", "ir al contenido"],
]);

const NAVIGATION = new Set([
  ...["home", "about", "about us", "contact", "contact us", "menu", "search", "news", "world", "politics", "opinion"],
  ...["opinions", "analysis", "business", "economy", "sport", "sports", "culture", "video", "videos", "photos"],
  ...["podcast", "podcasts", "events", "donate", "blog", "archive", "login", "register", "subscribe", "newsletter"],
  ...["newsletters", "more", "close", "share", "tweet", "print", "email", "save", "facebook", "twitter", "linkedin"],
  ...["whatsapp", "telegram", "instagram", "youtube", "reddit", "all posts", "publications", "research", "topics"],
  ...["regions", "africa", "americas", "asia", "europe", "middle east", "faq", "help", "shop", "reply", "like"],
  ...["commentary", "features", "feature", "briefing", "briefings", "report", "reports", "latest", "sign in", "log in"],
]);

const PATTERNS: readonly RegExp[] = [
  // "42 views0 comments": counters that lost their layout.
  /^(?:\d[\d.,]{0,8}[km]?\s?(?:views?|comments?|likes?|shares?|reads?|reactions?)[\s|·•,]*)+$/i,
  /^\d{1,3}\s?min(?:ute)?s?\.?(?: read)?$/i,
  /^share (?:this )?(?:\w+ )?(?:on|via|with|to|by) [\p{L}\p{N} ,&/-]{1,60}:?$/iu,
  /^(?:please |click here to )?(?:subscribe|sign up)\b.{0,60}\b(?:newsletters?|updates|mailing list|channel|feed|podcast|e-?mails?)\b.{0,80}$/i,
  /^(?:follow|like|find|join) us on\b.{0,80}$/i,
  /^(?:we|our partners|(?:this|our) (?:web ?)?site)\b.{0,30}\b(?:uses?|stores?|sets?)\b.{0,40}\bcookies\b/i,
  /^by (?:continuing|using|clicking|browsing)\b.{0,160}\bcookies\b/i,
  /^(?:read (?:also|more|next)|also read|related|related (?:article|story|post)|(?:à )?lire aussi|lesen sie auch|lea también)\s?[:|] ?\S.{0,160}$/i,
  /^(?:copyright )?(?:©|\(c\)) ?(?:copyright )?\d{4}\b.{0,160}$/i,
];

/** "Home / Section / Title", or two arrows between short words. */
function isBreadcrumb(line: string): boolean {
  if (line.length > 300) return false;
  if (/^(?:home|homepage|accueil|startseite|inicio|главная|الرئيسية|首页) ?[/>»›→|·] ?\S/iu.test(line)) return true;
  const steps = line.split(/ ?[>»›] ?/u);
  return steps.length > 2 && steps.every((step) => step.length > 0 && step.length <= 40) && !/[.!?]$/.test(line);
}

/** Who made a picture, and the caption that is part of such a line. */
function isCredit(line: string): boolean {
  return (
    /^[([]?(?:(?:cover|header|featured|lead|main) )?(?:photo(?:graph)?s?|images?|pictures?|illustrations?|bild|fotos?|crédits? photos?|фото|صورة|图片)(?: (?:credits?|source|by|courtesy))?s? ?[:：]\s?\S.{0,240}$/iu.test(
      line,
    ) ||
    /^[([]?(?:(?:cover|header|featured|lead|main) )?(?:photo|image|picture)s? (?:by|courtesy(?: of)?|credit) \S.{0,120}$/i.test(
      line,
    )
  );
}

/** "Home | News | About", or the same without bars. */
function isNavigationList(line: string): boolean {
  if (line.length > 200) return false;
  const barred = line.split(/ ?[|·•/,>] ?/).filter((word) => word !== "");
  if (barred.length > 1) return barred.every(isNavigationWord);
  const words = line.split(" ");
  return words.length > 2 && words.every(isNavigationWord);
}

const REPLIES =
  /^(?:leave a (?:reply|comment)|\d{1,4} (?:comments?|replies|responses|thoughts on .{1,80})|cancel reply|laisser un commentaire|schreibe einen kommentar|deja un comentario)$/u;

const OTHER_ARTICLES =
  /^(?:recent posts|see all|post navigation|comments|related|related (?:articles?|posts?|stories|content|news|topics|reading)|you (?:may|might) also (?:like|enjoy|be interested in)|more (?:from|on|by) .{1,60}|more (?:stories|news|articles)|read next|up next|recommended(?: for you)?|recommended (?:articles|reading|stories)|most (?:read|popular|viewed)|trending(?: now)?|popular posts|latest (?:news|posts|stories)|similar posts|tags|share this|like this|sur le même sujet|das könnte sie auch interessieren)$/u;
