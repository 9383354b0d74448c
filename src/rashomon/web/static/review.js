// The keyboard of the review; it can be switched off, and nothing needs it.
"use strict";

const switched = document.getElementById("keys");
const help = document.getElementById("help");
if (switched) {
  document.getElementById("shortcuts").hidden = false;
  switched.checked = localStorage.getItem("rashomon.keys") !== "off";
  switched.addEventListener("change", () => localStorage.setItem("rashomon.keys", switched.checked ? "on" : "off"));
  document.getElementById("keys-help").addEventListener("click", () => help.showModal());
  document.querySelectorAll("[data-key]").forEach((one) => one.setAttribute("aria-keyshortcuts", one.dataset.key));
  document.addEventListener("keydown", pressed);
}

function pressed(event) {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (typing && event.key === "Enter" && event.target.id === "value") {
    event.preventDefault();
    send(document.querySelector('[value="correct"], [value="same"]'));
  }
  if (!switched.checked || typing || event.ctrlKey || event.metaKey || event.altKey || help.open || event.repeat) return;
  const key = event.key;
  if (key === "?") help.showModal();
  else if (key === "k" || key === "ArrowRight") document.getElementById("next")?.click();
  else if (key === "ArrowLeft") history.back();
  else if (key === "c" || ("sn".includes(key) && document.getElementById("value")?.value === "")) document.getElementById("value")?.focus();
  else if ("arsnu".includes(key)) send(document.querySelector(`[data-key="${key}"]`));
  else return;
  event.preventDefault();
}

function send(button) {
  if (button) button.form.requestSubmit(button);
}
