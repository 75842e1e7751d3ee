/** Words that hardly any sentence of a language does without, chosen to differ from its neighbours'. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in that is was for with as by has have from at were are which this its be had not it",
  fr: "le la les des et une du que dans pour est par sur qui au avec ont plus ne pas cette sont aux ces il",
  de: "der die und das den von mit ist des im für auf nicht ein eine dem sich auch als wurde nach werden sind wird",
  es: "el la los las y en que del una por con para se su como más fue al lo sus pero este entre ha",
  pt: "os das em uma não para com por mais dos foi ao pelo são como também pela ou na no da do as",
  it: "il di che è della per un una con non sono del nel dei alla più gli anche ha delle dal questo le la",
  nl: "de het een van en dat op te zijn met voor niet aan er om ook als bij door naar werd uit heeft wordt",
  ru: "и в не на что с по как это из за от для о к был его но также они года при были которые",
  uk: "і в на що не з та за до у як це від для про й але які його також були був",
  ar: "في من على إلى أن التي عن مع الذي هذا هذه ما كان بعد بين لا قد كما ذلك قبل أو و كانت",
  fa: "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد می",
};

const SAMPLE = 20_000;
const ENOUGH_WORDS = 5;

/** The language of a text as a BCP 47 code, told by script or stop words; empty when the text is short or mixed. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  return languageOfScript(sample) || languageOfWords(sample.match(/[\p{L}\p{M}]+/gu) ?? []);
}

/** East Asian scripts, which stop words divided by blanks cannot tell. */
function languageOfScript(sample: string): string {
  const letters = countOf(sample, /\p{L}/gu);
  const kana = countOf(sample, /[\p{sc=Hiragana}\p{sc=Katakana}]/gu);
  const han = countOf(sample, /\p{sc=Han}/gu);
  const hangul = countOf(sample, /\p{sc=Hangul}/gu);
  if (letters < 2 * ENOUGH_WORDS) return "";
  if (hangul * 2 > letters) return "ko";
  if ((kana + han) * 2 <= letters) return "";
  if (kana * 10 > letters) return "ja";
  return kana === 0 ? "zh" : "";
}

function languageOfWords(words: readonly string[]): string {
  const counts = Object.entries(STOP_WORDS)
    .map(([language, list]) => ({ language, count: hits(words, new Set(list.split(" "))) }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || !second) return "";
  const clear = first.count >= ENOUGH_WORDS && first.count >= words.length / 8 && first.count >= second.count * 1.4;
  return clear ? first.language : "";
}

function hits(words: readonly string[], list: ReadonlySet<string>): number {
  return words.filter((word) => list.has(word)).length;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
