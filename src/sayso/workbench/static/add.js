// Files that are dropped anywhere on the page are chosen; what is being read is asked after until it is done.
"use strict";

function words(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function choosing(form) {
  const input = form.querySelector("#files");
  const list = form.querySelector("#chosen");
  const most = Number(form.dataset.bytes);
  const many = Number(form.dataset.files);

  function show() {
    const files = [...input.files];
    const size = files.reduce((sum, f) => sum + f.size, 0);
    const lines = files.slice(0, 20).map((f) => [f.name, words(f.size)]);
    if (files.length > 20) lines.push([`and ${files.length - 20} more`, ""]);
    list.replaceChildren(...lines.map(([name, much]) => {
      const item = document.createElement("li");
      for (const text of [name, much]) {
        const part = document.createElement("span");
        part.textContent = text;
        item.append(part);
      }
      return item;
    }));
    const wrong = files.length > many ? `These are ${files.length} files; give at most ${many} at once.`
      : size > most ? `These are ${words(size)}; give at most ${words(most)} at once.` : "";
    input.setCustomValidity(wrong);
    if (wrong) input.reportValidity();
  }

  input.addEventListener("change", show);
  let depth = 0;
  const over = (on) => document.body.classList.toggle("dropping", on);
  const files = (e) => e.dataTransfer && [...e.dataTransfer.types].includes("Files");
  addEventListener("dragenter", (e) => { if (files(e)) { depth += 1; over(true); } });
  addEventListener("dragleave", (e) => { if (files(e)) { depth -= 1; over(depth > 0); } });
  addEventListener("dragover", (e) => { if (files(e)) e.preventDefault(); });
  addEventListener("drop", (e) => {
    if (!files(e)) return;
    e.preventDefault();
    depth = 0;
    over(false);
    const all = new DataTransfer();
    for (const file of [...input.files, ...e.dataTransfer.files]) all.items.add(file);
    input.files = all.files;
    show();
    form.querySelector("button.main").focus();
  });
}

function following(section) {
  const bar = section.querySelector("#bar");
  const far = section.querySelector("#far");
  let misses = 0;

  function show(told) {
    for (const { verb, state, sign } of told.verbs) {
      const item = section.querySelector(`[data-verb="${verb}"]`);
      if (item.dataset.state === state) continue;
      item.dataset.state = state;
      item.querySelector(".sign").textContent = sign;
      item.querySelector(".visually-hidden").textContent = state;
    }
    if (told.total && told.verb === "read") {
      bar.max = told.total;
      bar.value = told.done;
      far.textContent = `${told.done.toLocaleString("en")} of ${told.total.toLocaleString("en")} documents read.`;
    } else {
      bar.removeAttribute("value");
      far.textContent = told.state === "waiting" ? "Waits until what was given before is read."
        : told.verb === "add" && told.done ? `${told.done.toLocaleString("en")} taken in.` : "At work.";
    }
  }

  async function ask() {
    try {
      const answer = await fetch(`/add/${section.dataset.work}.json`);
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      misses = 0;
      if (told.over) { location.reload(); return; }
      show(told);
    } catch {
      misses += 1;
      far.textContent = "Sayso does not answer. Is `sayso serve` still running?";
    }
    setTimeout(ask, Math.min(500 * 2 ** misses, 8000));
  }

  ask();
}

const form = document.querySelector("#bring");
if (form) choosing(form);
const work = document.querySelector("#work");
if (work) following(work);
