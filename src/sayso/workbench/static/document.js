// Words that are selected in the text become those of a claim to be added. Places are counted in code points, as the ledger counts them.
"use strict";
(() => {
  const text = document.getElementById("text");
  const bar = document.getElementById("picked");
  const field = (name) => document.getElementById(name);
  if (!text || !bar) return;

  const points = (string) => Array.from(string).length;

  // Where a point of the page is in the text: each run says where it begins. A point between runs is where the next one begins.
  function place(node, offset) {
    if (node.nodeType === Node.TEXT_NODE) {
      const run = node.parentElement.closest("[data-s]");
      return run && text.contains(run) ? Number(run.dataset.s) + points(node.data.slice(0, offset)) : null;
    }
    const next = node.childNodes[offset];
    if (next) {
      const run = next.nodeType === Node.ELEMENT_NODE && next.matches("[data-s]") ? next
        : Array.from(text.querySelectorAll("[data-s]")).find((r) => next === r || next.compareDocumentPosition(r) & Node.DOCUMENT_POSITION_FOLLOWING);
      return run ? Number(run.dataset.s) : null;
    }
    const runs = text.contains(node) ? Array.from((node.matches("[data-s]") ? [node] : node.querySelectorAll("[data-s]"))) : [];
    const last = runs[runs.length - 1];
    return last ? Number(last.dataset.s) + points(last.textContent) : null;
  }

  function picked() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const from = place(range.startContainer, range.startOffset);
    const to = place(range.endContainer, range.endOffset);
    const words = range.toString();
    return from === null || to === null || from >= to || !words.trim() ? null : { from, to, words };
  }

  document.addEventListener("selectionchange", () => {
    const found = picked();
    bar.hidden = !found;
    if (!found) return;
    const short = Array.from(found.words.trim().replace(/\s+/g, " "));
    field("picked-words").textContent = "“" + short.slice(0, 60).join("") + (short.length > 60 ? "…" : "") + "”";
    field("from").value = found.from;
    field("to").value = found.to;
    field("quote").value = found.words;
  });

  // Words that are typed anew have no place yet: the server looks for them.
  field("quote").addEventListener("input", () => { field("from").value = ""; field("to").value = ""; });
})();
