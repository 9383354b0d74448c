// What the pages do beyond plain links and forms; every page works without it.
"use strict";

// A cell that was opened is read from its beginning, by eye and by screen reader.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "evidence") return;
  const title = document.getElementById("opened-title");
  document.querySelectorAll(".cell[aria-current]").forEach((cell) => cell.removeAttribute("aria-current"));
  event.detail.requestConfig.elt?.setAttribute("aria-current", "true");
  title?.focus({ preventScroll: true });
  document.getElementById("evidence").scrollIntoView({ block: "nearest" });
});

// A failure of a part of a page is shown as the page that tells of it.
document.addEventListener("htmx:responseError", (event) => {
  window.location.assign(event.detail.pathInfo.requestPath);
});

// "/" leads to the search field, unless something is being typed.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById("search").focus();
});
