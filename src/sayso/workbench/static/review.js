// Keys for what the buttons of the page do: each key presses, opens or follows what carries it in data-key.
"use strict";
(() => {
  const typing = (at) => at.closest("input, select, textarea, [contenteditable]") !== null;
  const carrier = (key) => [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key.split(" ").includes(key));
  const open = (details) => {
    details.open = true;
    details.scrollIntoView({ block: "nearest" });
    const first = details.querySelector("input:not([type=hidden]), select, textarea, button");
    first?.focus();
    first?.select?.();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === "Escape" && typing(event.target)) {
      event.target.closest("details")?.removeAttribute("open");
      event.target.blur();
      return;
    }
    if (typing(event.target)) return;
    const one = carrier(event.key);
    if (!one) return;
    event.preventDefault();
    if (one.tagName === "DETAILS") open(one);
    else if (event.key === "?") {
      const keys = document.getElementById("keys");
      keys.scrollIntoView({ block: "center" });
      keys.focus();
    } else one.click();
  });
  // A second press while the first is on its way would decide on what nobody has seen yet.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => delete form.dataset.sent));
})();
