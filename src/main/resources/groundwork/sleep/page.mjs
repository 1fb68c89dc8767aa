// The page that browsers get while the environment is not awake. It says nothing about the stack, and shows nothing of the request.

import { createHash } from "node:crypto";

/**
 * @typedef {import("./answer.mjs").View} View
 */

const STYLE = `
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #fff; --text: #1d2430; --soft: #566072; --bar: #2f6fde; --rail: #dfe4ec }
@media (prefers-color-scheme: dark) { :root { --ground: #12161d; --card: #1b212b; --text: #e9edf3; --soft: #a9b4c4; --bar: #7aa7ff; --rail: #333d4c } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, sans-serif }
main { width: 100%; max-width: 30rem; padding: 2rem; background: var(--card); border: 1px solid var(--rail); border-radius: .75rem }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25 }
p { margin: 0 0 1rem }
p:last-child { margin-bottom: 0 }
progress { display: block; width: 100%; height: .5rem; margin: 1.25rem 0; border: 0; border-radius: 1rem; overflow: hidden; appearance: none; background: var(--rail) }
progress::-webkit-progress-bar { background: var(--rail) }
progress::-webkit-progress-value { background: var(--bar); border-radius: 1rem }
progress::-moz-progress-bar { background: var(--bar); border-radius: 1rem }
@media (prefers-reduced-motion: no-preference) { progress::-webkit-progress-value { transition: inline-size 3s linear } }
a { color: var(--bar) }
time { white-space: nowrap }
.soft { color: var(--soft); font-size: .875rem }
`;

const SCRIPT = `
const { elapsed, usual, limit } = document.body.dataset;
const began = Date.now() - elapsed * 1000;
const bar = document.querySelector("progress");
const status = document.querySelector("[role=status]");
const say = (text) => { if (status.textContent !== text) status.textContent = text; };
async function look() {
  const seconds = (Date.now() - began) / 1000;
  bar.value = Math.min(seconds / usual, 0.97);
  if (seconds > Number(limit) + 60) {
    return say("It has not started in time. Reload the page to try again.");
  }
  if (seconds > usual * 1.5) {
    say("This takes longer than usual. It is still being tried.");
  }
  try {
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store", headers: { accept: "text/html" } });
    if (answer.headers.get("x-environment") !== "waking") return location.reload();
  } catch {}
  setTimeout(look, 3000);
}
setTimeout(look, 2000);
`;

const REFRESH_SECONDS = 5;

/** @param {string} source */
const digest = (source) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
const POLICY = `default-src 'none'; style-src ${digest(STYLE)}; script-src ${digest(SCRIPT)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** @param {View} view */
export function page(view) {
  return { body: document(view), policy: POLICY };
}

/** @param {View} view */
function document(view) {
  const { title, data, refresh, content, script } = parts(view);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${refresh}<style>${STYLE}</style>
</head>
<body${data}>
<main>
<h1>${title}</h1>
${content}
</main>
${script}</body>
</html>
`;
}

/** @param {View} view */
function parts(view) {
  switch (view.situation) {
    case "waking":
      return {
        title: "Starting up",
        data: ` data-elapsed="${view.elapsed}" data-usual="${view.usual}" data-limit="${view.limit}"`,
        refresh: `<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}"></noscript>\n`,
        content: `<p>Nobody was using this site, so it was switched off. It is starting now and opens here by itself.</p>
<progress max="1" value="${Math.min(view.elapsed / view.usual, 0.97).toFixed(2)}" aria-label="Start-up"></progress>
<p role="status" aria-live="polite">${late(view) ? "This takes longer than usual. It is still being tried." : `This usually takes about ${words(view.usual)}.`}</p>
<p class="soft">You can leave this page open. There is nothing to click.</p>`,
        script: `<script>${SCRIPT}</script>\n`,
      };
    case "failed":
      return {
        title: "It could not be started",
        data: "",
        refresh: "",
        content: `<p role="status" aria-live="polite">Starting this site failed at ${time(view.at)}, after ${view.tries} ${view.tries === 1 ? "try" : "tries"}.${view.told ? " The people who run it have been told." : ""}</p>
<p>It can be tried again from ${time(view.again)} on: <a href="">try again</a>.</p>`,
        script: "",
      };
    case "asleep":
      return {
        title: "Closed at the moment",
        data: "",
        refresh: "",
        content: `<p role="status" aria-live="polite">This site is switched off while nobody is expected.${view.opens === undefined ? "" : ` It opens at ${time(view.opens)}.`}</p>`,
        script: "",
      };
  }
}

/** @param {{elapsed: number, usual: number}} view */
function late(view) {
  return view.elapsed > view.usual * 1.5;
}

/** @param {number} seconds */
function words(seconds) {
  if (seconds < 55) {
    return `${Math.max(5, Math.ceil(seconds / 5) * 5)} seconds`;
  }
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

/** @param {number} at */
function time(at) {
  const iso = new Date(at).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
}
