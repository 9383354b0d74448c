// How far a run is, as the server tells it; without script the page loads itself again.
"use strict";

if (document.getElementById("running")) {
  const told = new EventSource("/bring-in/events");
  told.addEventListener("message", (event) => {
    const { stage, done, total } = JSON.parse(event.data);
    document.getElementById("stage").textContent = total ? `${stage}: ${done} of about ${total}` : stage;
    const bar = document.getElementById("progress");
    if (total) Object.assign(bar, { max: total, value: done });
  });
  told.addEventListener("end", () => { told.close(); window.location.reload(); });
}
