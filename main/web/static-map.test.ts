import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Failure } from "../../annotations/api/reply.ts";
import { readAssets } from "./static-map.ts";
import { builtScreen, PAGE, SCRIPT } from "./testing/example-site.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

it("holds every built file under its exact path, and the page under / too", async () => {
  const page = { bytes: utf8(PAGE), mediaType: "text/html; charset=utf-8", hashed: false };
  expect(await readAssets(await builtScreen())).toEqual(
    new Map([
      ["/assets/index-B1c2D3e4.js", { bytes: utf8(SCRIPT), mediaType: "text/javascript; charset=utf-8", hashed: true }],
      [
        "/icon.svg",
        {
          bytes: utf8('<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
          mediaType: "image/svg+xml; charset=utf-8",
          hashed: false,
        },
      ],
      ["/index.html", page],
      ["/", page],
    ]),
  );
});

it("names files as a browser asks for them, and takes a kind it does not know for mere bytes", async () => {
  const screen = await builtScreen();
  await writeFile(join(screen, "two words é.bin"), "x");
  const assets = await readAssets(screen);
  expect(assets.get("/two%20words%20%C3%A9.bin")?.mediaType).toBe("application/octet-stream");
});

it.skipIf(process.platform === "win32")("leaves out links, wherever they lead", async () => {
  const screen = await builtScreen();
  const before = [...(await readAssets(screen)).keys()];
  await symlink("../secret.txt", join(screen, "secret.txt"));
  await symlink("..", join(screen, "up"));
  expect([...(await readAssets(screen)).keys()]).toEqual(before);
});

it("says so when the screen has not been built", async () => {
  const screen = await builtScreen();
  const empty = join(screen, "empty");
  await mkdir(empty);
  for (const folder of [empty, join(screen, "missing"), join(screen, "index.html")]) {
    await expect(readAssets(folder)).rejects.toEqual(
      new Failure("internal", `The screen has not been built: ${folder} holds no index.html. Run "npm start".`),
    );
  }
});
