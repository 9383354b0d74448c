// The map by keyboard and mouse; its links do the same without it, and on a screen that is touched.
"use strict";

// A chain that is wider than the page begins with the incident of the page in sight.
document.addEventListener("DOMContentLoaded", () => {
  const focus = document.querySelector(".graph .focus rect");
  const scroller = focus?.closest(".scroll");
  if (scroller) scroller.scrollLeft = focus.x.baseVal.value + focus.width.baseVal.value / 2 - scroller.clientWidth / 2;
});

let wanted = null;

// Arrows move it, + and - come nearer and go farther, 0 shows all.
document.addEventListener("keydown", (event) => {
  const map = event.target.closest("[data-keys]");
  if (!map || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key === "=" ? "+" : event.key;
  const step = map.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!step) return;
  event.preventDefault();
  wanted = step.id;
  const go = () => {
    const now = document.getElementById(wanted);
    now?.focus();
    now?.click();
  };
  // A map that is just being laid in would leave the page instead of moving.
  if (map.classList.contains("htmx-settling")) document.addEventListener("htmx:afterSettle", go, { once: true });
  else go();
});

// A key pressed while a map is being laid in loses its place with the old map: it is given back on the new one.
document.addEventListener("htmx:afterSettle", () => {
  if (wanted && document.activeElement === document.body) document.getElementById(wanted)?.focus();
});

// A mouse draws it: while the button is down the drawing moves along, then the map of the new place is asked for.
const HARDLY = 4;
let drag = null;

document.addEventListener("pointerdown", (event) => {
  const svg = event.target.closest("#map .sheet > svg");
  if (!svg || event.pointerType !== "mouse" || event.button !== 0) return;
  event.preventDefault();
  drag = { svg, x: event.clientX, y: event.clientY, across: 0, down: 0, scale: svg.viewBox.baseVal.width / svg.clientWidth };
});

document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  drag.across = (event.clientX - drag.x) * drag.scale;
  drag.down = (event.clientY - drag.y) * drag.scale;
  const { width, height } = drag.svg.viewBox.baseVal;
  drag.svg.setAttribute("viewBox", `${-drag.across} ${-drag.down} ${width} ${height}`);
});

document.addEventListener("pointerup", () => {
  if (!drag) return;
  const { svg, across, down } = drag;
  drag = null;
  if (Math.abs(across) + Math.abs(down) < HARDLY) return svg.setAttribute("viewBox", `0 0 ${svg.viewBox.baseVal.width} ${svg.viewBox.baseVal.height}`);
  // What was let go over a mark was not meant for the mark.
  window.addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
  setTimeout(() => goTo(svg, across, down));
});

function goTo(svg, across, down) {
  const [latitude, longitude, zoom] = svg.closest("#map").dataset.at.split(",").map(Number);
  const world = 256 * 2 ** zoom;
  const y = mercator(latitude) - down / world;
  const north = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  const east = Math.max(-180, Math.min(180, longitude - (across / world) * 360));
  const address = new URL(window.location);
  address.searchParams.set("map", `${north.toFixed(4)},${east.toFixed(4)},${zoom.toFixed(1)}`);
  htmx.ajax("GET", `/map${address.search}`, { target: "#map", swap: "outerHTML" });
}

function mercator(latitude) {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
}
