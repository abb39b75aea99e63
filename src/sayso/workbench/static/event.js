// The switches act as they are moved, and a mark of the drawing says its words where one points or tabs to. Both only add: without
// scripts the form is sent by its button, and each mark is a link whose words a browser shows as its title.
"use strict";

const form = document.getElementById("switches");
const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
tip.setAttribute("aria-hidden", "true"); // a mark says the same words as its name
document.body.append(tip);

function told(mark) {
  tip.textContent = mark.getAttribute("aria-label");
  tip.hidden = false;
  const at = mark.getBoundingClientRect();
  const left = Math.min(at.left + scrollX, scrollX + document.documentElement.clientWidth - tip.offsetWidth - 8);
  const above = at.top - tip.offsetHeight - 8;
  tip.style.left = `${Math.max(scrollX + 8, left)}px`;
  tip.style.top = `${scrollY + (above > 0 ? above : at.bottom + 8)}px`;
}

function untold() {
  tip.hidden = true;
}

// One stop for the tab key, and arrows from mark to mark: a drawing may have hundreds.
function moved(event, marks, at) {
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
  if (to === undefined || !marks[to]) return;
  event.preventDefault();
  marks[at].setAttribute("tabindex", "-1");
  marks[to].setAttribute("tabindex", "0");
  marks[to].focus();
}

function marked() {
  const marks = [...document.querySelectorAll("svg.chart a.spot")];
  for (const hint of document.querySelectorAll(".keyed")) hint.hidden = false;
  for (const [at, mark] of marks.entries()) {
    mark.setAttribute("tabindex", at ? "-1" : "0");
    mark.addEventListener("keydown", (event) => moved(event, marks, at));
    const title = mark.querySelector("title");
    mark.setAttribute("aria-label", title.textContent);
    mark.removeAttribute("aria-labelledby");
    title.remove(); // or the browser would show the words a second time
    mark.addEventListener("mouseenter", () => told(mark));
    mark.addEventListener("mouseleave", untold);
    mark.addEventListener("focus", () => told(mark));
    mark.addEventListener("blur", untold);
  }
}

let asked = 0;

async function shown(address) {
  const mine = ++asked;
  const part = document.getElementById("shown");
  part.setAttribute("aria-busy", "true");
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return; // a later switch was moved meanwhile
  const fresh = page.getElementById("shown");
  if (!answer.ok || fresh === null) {
    location.assign(address);
    return;
  }
  untold();
  part.replaceWith(document.adoptNode(fresh));
  history.replaceState(null, "", address);
  marked();
}

function address() {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value && !(name === "policy" && value === "sayso")) given.append(name, value);
  return `${form.getAttribute("action")}?${given}`;
}

if (form) {
  form.querySelector("button").hidden = true;
  const slide = document.getElementById("slide");
  const day = form.elements.as_of;
  if (slide && slide.max !== "0") {
    const days = slide.dataset.days.split(" ");
    const said = form.querySelector("output");
    slide.closest("label").hidden = false;
    day.closest("label").hidden = true;
    slide.addEventListener("input", () => {
      const last = Number(slide.value) === days.length - 1;
      day.value = last ? "" : days[Number(slide.value)];
      said.value = last ? "all days" : day.value;
      slide.setAttribute("aria-valuetext", said.value);
      shown(address());
    });
  }
  form.addEventListener("change", (event) => {
    if (event.target !== slide) shown(address());
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    shown(address());
  });
}
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape") untold();
});
marked();
