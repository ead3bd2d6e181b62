"""The page's style and script: constants, whose hashes Content-Security-Policy allows."""

from __future__ import annotations

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Crect width='32' height='32' rx='7' fill='%232563eb'/%3E%3Cpath d='M9 13a8 8 0 0 1 14 0"
    "M23 19a8 8 0 0 1-14 0' fill='none' stroke='white' stroke-width='3' stroke-linecap='round'/%3E"
    "%3Cpath d='M23.5 8v5.5H18M8.5 24v-5.5H14' fill='none' stroke='white' stroke-width='3'"
    " stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E"
)

# For phones, often in the dark. Sizes in rem follow the phone's own text size.
STYLE = """
:root {
  color-scheme: light dark;
  --ground: #f3f4f6; --card: #ffffff; --ink: #16181d; --quiet: #5b6472;
  --line: #dfe3e8; --well: #eef2ff; --accent: #1d4ed8; --on-accent: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --card: #1f2228; --ink: #eceef1; --quiet: #a2abb8;
    --line: #343943; --well: #232c47; --accent: #8ab0ff; --on-accent: #0d1526;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  -webkit-text-size-adjust: 100%;
}
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem 2rem; }
header { margin: 0 .25rem 1rem; }
header p { margin: 0; }
.name { color: var(--accent); font-size: .9375rem; font-weight: 600; }
h1 { margin: .125rem 0 .5rem; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.01em; }
.card {
  margin: 0 0 .75rem; padding: 1rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .875rem;
}
.value {
  display: flex; flex-direction: column; margin: 0 0 .75rem; padding: .75rem .875rem .875rem;
  background: var(--well); border-radius: .625rem;
}
.value:last-child { margin: 0; }
.label { margin: 0; font-size: .9375rem; color: var(--quiet); }
code {
  margin: 0 0 .625rem; font: 600 1.25rem/1.35 ui-monospace, "SF Mono", Menlo, "Roboto Mono",
    Consolas, monospace;
  overflow-wrap: anywhere; white-space: pre-wrap; -webkit-user-select: all; user-select: all;
}
code.long { font-size: 1rem; }
code wbr + span { margin-left: .5em; }
[dir=rtl] code { text-align: right; }
button, .button {
  min-height: 3.25rem; padding: 0 1rem; border: 0;
  border-radius: .5rem; background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; cursor: pointer;
}
.button {
  display: flex; align-items: center; justify-content: center; margin: 0 1rem .75rem;
  text-decoration: none;
}
[hidden], body:not(.with-pass) .with-pass, .with-pass .without-pass { display: none !important; }
button:focus-visible, summary:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px;
}
.quiet { color: var(--quiet); font-size: .9375rem; }
.card > .quiet { margin: 0; }
details.card { padding: 0; }
details details { border-top: 1px solid var(--line); }
details p.quiet { margin: 0; padding: 0 1rem 1rem; }
summary {
  display: flex; align-items: center; justify-content: space-between; gap: 1rem;
  padding: .875rem 1rem; min-height: 3rem; font-weight: 600; cursor: pointer; list-style: none;
}
summary::-webkit-details-marker { display: none; }
summary::after {
  content: ""; flex: none; width: .5rem; height: .5rem; margin: 0 .25rem;
  border: solid var(--quiet); border-width: 0 2px 2px 0; transform: translateY(-2px) rotate(45deg);
}
details[open] > summary::after { transform: translateY(2px) rotate(225deg); }
ol { margin: 0; padding: 0 1rem 1rem; list-style: none; counter-reset: step; }
li {
  display: flex; gap: .75rem; padding: .375rem 0; counter-increment: step;
  overflow-wrap: anywhere;
}
li::before {
  content: counter(step); flex: none; width: 1.625rem; height: 1.625rem; border-radius: 50%;
  background: var(--well); color: var(--accent); font-size: .9375rem; font-weight: 600;
  line-height: 1.625rem; text-align: center;
}
footer { margin: 1rem .25rem 0; }
"""

# The address bar shows what was typed, whatever proxies are in between. Browsers hide
# `navigator.clipboard` from pages without TLS, so there is a fallback. The pass stays in the
# address bar: phones reload a page that was in the background for a while. The groups of a password
# are kept apart by a margin alone: whoever selects and copies them gets no spaces.
SCRIPT = """
var here = location.protocol + "//" + location.host + location.pathname;
document.querySelectorAll(".here").forEach(function (place) {
  var code = place.querySelector("code"), button = place.querySelector("button");
  place.hidden = false;
  if (code && button.value !== here) {
    code.textContent = button.value = here;
    code.className = here.length > 24 ? "long" : "";
  }
});
document.querySelectorAll(".value").forEach(function (value) {
  var code = value.querySelector("code"), button = value.querySelector("button");
  var label = button.textContent, timer;
  function select() {
    var range = document.createRange(), selection = window.getSelection();
    range.selectNodeContents(code);
    selection.removeAllRanges();
    selection.addRange(range);
  }
  function done() {
    button.textContent = button.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(function () { button.textContent = label; }, 2000);
  }
  function older() {
    select();
    if (document.execCommand("copy")) { done(); }
  }
  button.hidden = false;
  button.addEventListener("click", function () {
    if (navigator.clipboard) {
      navigator.clipboard.writeText(button.value).then(done, older);
    } else {
      older();
    }
  });
});
function show(id, visible) { document.getElementById(id).hidden = !visible; }
function fill(kind, groups) {
  var value = document.querySelector("." + kind), code = value.querySelector("code");
  value.querySelector("button").value = groups.join("");
  code.textContent = "";
  groups.forEach(function (group) {
    var part = document.createElement("span");
    part.textContent = group;
    code.append(part, document.createElement("wbr"));
  });
}
function signIn() {
  var pass = location.hash.slice(1);
  if (!pass) { return; }
  fetch(location.pathname, {method: "POST", body: pass}).then(function (answer) {
    return answer.status === 200 ? answer.json() : null;
  }).then(function (known) {
    if (known) {
      fill("user", [known.user]);
      fill("password", known.password);
    }
    document.body.className = known ? "with-pass" : "";
    show("no-pass", false);
    show("expired", !known);
  });
}
addEventListener("hashchange", signIn);
signIn();
"""
