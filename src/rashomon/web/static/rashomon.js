// What the pages do beyond plain links and forms; every page works without it.
"use strict";

// A cell that was opened is read from its beginning; how many rows a filter leaves is said aloud.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "evidence") showOpened(event.detail.requestConfig.elt);
  const count = document.getElementById("found-title");
  const told = document.getElementById("told");
  if (told && count) told.textContent = count.textContent;
});

function showOpened(cell) {
  document.querySelectorAll(".cell[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
  cell?.setAttribute("aria-current", "true");
  document.getElementById("opened-title")?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// A failure of a part of a page is shown as the page that tells of it.
document.addEventListener("htmx:responseError", (event) => {
  window.location.assign(event.detail.pathInfo.requestPath);
});

// What was opened is closed again, and the reader is back at the cell; Escape does the same.
document.addEventListener("click", (event) => {
  if (event.target.closest("#evidence .close")) closeOpened(event);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.querySelector("#evidence .opened")) closeOpened(event);
});

function closeOpened(event) {
  event.preventDefault();
  const cell = document.querySelector(".cell[aria-current]");
  cell?.removeAttribute("aria-current");
  document.getElementById("evidence").replaceChildren();
  const address = new URL(window.location);
  address.searchParams.delete("cell");
  address.hash = "";
  history.replaceState(history.state, "", address);
  cell?.focus();
}

// "/" leads to the search field, unless something is being typed.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById("search").focus();
});
