// The map by keyboard: arrows move it, + and - come nearer and go farther, 0 shows all; links do the same without it.
"use strict";

document.addEventListener("keydown", (event) => {
  const map = event.target.closest("[data-keys]");
  if (!map || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key === "=" ? "+" : event.key;
  const step = map.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!step) return;
  event.preventDefault();
  step.focus();
  step.click();
});
