import { describe, expect, it } from "vitest";
import { languageOf } from "./language.ts";

describe("languageOf", () => {
  it.each([
    ["en", "The council met in the schoolhouse, and by the end of it nobody believed the date that had been promised."],
    [
      "fr",
      "Le conseil s’est réuni dans l’école et personne ne croyait à la date qui avait été promise par les ingénieurs.",
    ],
    [
      "de",
      "Der Rat traf sich in der Schule, und am Ende glaubte niemand an den Tag, den die Ingenieure genannt hatten, das ist nicht neu.",
    ],
    [
      "es",
      "El consejo se reunió en la escuela y al final nadie creía en la fecha que los ingenieros habían prometido para el barco.",
    ],
    [
      "pt",
      "O conselho reuniu-se na escola e no fim ninguém acreditava na data que os engenheiros tinham prometido para o barco, mas não foi só isso.",
    ],
    [
      "it",
      "Il consiglio si è riunito nella scuola e alla fine nessuno credeva alla data che gli ingegneri avevano promesso, anche per il traghetto.",
    ],
    [
      "nl",
      "De raad kwam bijeen in de school en aan het eind geloofde niet een van hen in de datum die door de ingenieurs was beloofd.",
    ],
    [
      "ru",
      "Совет собрался в школе, и к концу никто не верил в срок, который был назван инженерами, но это не ново для них.",
    ],
    [
      "ar",
      "اجتمع المجلس في المدرسة، ولم يصدق أحد من الحاضرين الموعد الذي كان المهندسون قد وعدوا به، وهذا ما كان في الماضي بعد كل اجتماع.",
    ],
    ["zh", "地区议会周三晚上在校舍里开会，没有人相信渡船会按期返回。"],
    ["ja", "評議会は水曜日の夜に校舎で開かれ、誰も約束の日付を信じなかった。"],
    ["ko", "위원회는 수요일 저녁 학교에서 열렸고 아무도 약속된 날짜를 믿지 않았다."],
  ])("tells %s", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each([
    ["nothing", ""],
    ["a few words", "The ferry of Kolda"],
    ["numbers", "12 13 14 15 16 17"],
    ["a list of names", "Amina Sowe, Omar Jatta, Awa Ndiaye, Lamin Berg, Binta Kanté, Jean Diarra"],
    [
      "two languages in equal parts",
      "The council met in the school and by the end of it was that. Le conseil dans la salle et les gens qui ne sont pas sur le quai.",
    ],
  ])("stays silent on %s", (_, text) => {
    expect(languageOf(text)).toBe("");
  });
});
