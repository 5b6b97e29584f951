// Keeps the dashboard fresh: fetches it again, and replaces the parts that have changed. Without this script the page
// reloads itself.
"use strict";

const PERIOD = 1500;
let busy = false;

async function refresh(response, answered) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const answer = page.getElementById("answer");
  if (answered && answer) document.getElementById("answer").replaceChildren(...answer.childNodes);
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
  if (busy) return;
  busy = true;
  try {
    await refresh(await fetch(url, options), options !== undefined);
    document.body.classList.remove("lost");
  } catch {
    document.body.classList.add("lost");
  } finally {
    busy = false;
  }
}

document.addEventListener("submit", (event) => {
  if (busy) return; // The browser sends the form itself.
  event.preventDefault();
  const button = event.submitter;
  const body = new URLSearchParams();
  if (button?.name) body.set(button.name, button.value);
  load(button?.hasAttribute("formaction") ? button.formAction : event.target.action, { method: "POST", body });
});

setInterval(() => document.hidden || load(location.pathname), PERIOD);
