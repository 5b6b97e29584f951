// Keeps the dashboard fresh: fetches it again, and replaces the parts that have changed. Without this script the page
// reloads itself.
"use strict";

const PERIOD = 1500;

function show(page, isAnswer) {
  if (isAnswer) {
    document.getElementById("answer").replaceChildren(...page.getElementById("answer").childNodes);
  }
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const shown = document.getElementById(fresh.id);
    if (!shown || shown.isEqualNode(fresh)) continue;
    const focused = shown.contains(document.activeElement) ? document.activeElement.id : "";
    const scroll = shown.querySelector(".scroll");
    const [left, top] = scroll ? [scroll.scrollLeft, scroll.scrollTop] : [0, 0];
    shown.replaceWith(fresh);
    fresh.querySelector(".scroll")?.scrollTo(left, top);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

async function load(url, options) {
  try {
    const response = await fetch(url, options);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    // A part that is replaced between pressing and releasing a button would swallow the click.
    if (options || !isPressed) show(page, options !== undefined);
    document.body.classList.remove("lost");
  } catch {
    document.body.classList.add("lost");
  }
}

// One request at a time, so that no older answer replaces a newer one.
let turn = Promise.resolve();
let waiting = 0;

function queue(url, options) {
  waiting += 1;
  turn = turn.then(() => load(url, options)).finally(() => (waiting -= 1));
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  const body = new URLSearchParams();
  if (button?.name) body.set(button.name, button.value);
  queue(button?.hasAttribute("formaction") ? button.formAction : event.target.action, { method: "POST", body });
});

let isPressed = false;
document.addEventListener("pointerdown", () => (isPressed = true));
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (isPressed = false));

setInterval(() => document.hidden || waiting > 0 || queue(location.pathname), PERIOD);
