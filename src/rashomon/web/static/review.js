// The keyboard of the review; it can be switched off, and nothing needs it.
"use strict";

const switched = document.getElementById("keys");
const help = document.getElementById("help");
const value = document.getElementById("value");
// The decision that waits for a word: for a value, or for who decides.
let wished = null;

if (switched) {
  document.getElementById("shortcuts").hidden = false;
  switched.checked = localStorage.getItem("rashomon.keys") !== "off";
  switched.addEventListener("change", () => localStorage.setItem("rashomon.keys", switched.checked ? "on" : "off"));
  document.getElementById("keys-help").addEventListener("click", () => help.showModal());
  document.querySelectorAll("[data-key]").forEach((one) => one.setAttribute("aria-keyshortcuts", one.dataset.key));
  document.addEventListener("keydown", pressed);
}

function pressed(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
  if (target.closest("input:not([type=checkbox]), textarea, select")) return typed(event);
  if (!switched.checked || event.repeat) return;
  const step = { k: "next", ArrowRight: "next", ArrowLeft: "before" }[key];
  if (key === "?") help.showModal();
  else if (step) document.getElementById(step)?.click();
  else if ("acrsnu".includes(key)) decide(document.querySelector(`[data-key="${key}"]`));
  else return;
  event.preventDefault();
}

// Enter in a field sends what was wished for, or what a value is for; Escape leaves the field for the keys.
function typed(event) {
  const field = event.target;
  if (!field.form?.matches("#decide, .undo")) return;
  if (event.key === "Escape") field.blur();
  if (event.key !== "Enter") return;
  const wish = wished?.form === field.form ? wished : null;
  const usual = field === value ? document.querySelector('#decide [value="correct"], #decide [value="same"]') : null;
  const button = field === value && !valued(wish) ? usual : wish;
  if (!button) return;
  event.preventDefault();
  decide(button);
}

function valued(button) {
  return Boolean(value && button && ["correct", "same", "not_same"].includes(button.value));
}

function decide(button) {
  if (!button) return;
  wished = button;
  if (valued(button) && !value.value.trim()) value.focus();
  else button.form.requestSubmit(button);
}
