import "./session/zod-without-eval.ts";
import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./controls/controls.css";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { listen } from "./app/listen.ts";
import { StartFailure } from "./app/StartFailure.tsx";
import { readAhead } from "./search/reading-ahead.ts";
import { openSession } from "./session/open-session.ts";

const place = document.getElementById("root");
if (!place) throw new Error("the page has no #root");
const root = createRoot(place);

try {
  await openSession();
  // What the benchmarks measure from.
  performance.mark("session-opened");
  listen();
  root.render(
    <CSPProvider disableStyleElements>
      <App />
    </CSPProvider>,
  );
  readAhead();
} catch (error) {
  root.render(<StartFailure error={error} />);
}
