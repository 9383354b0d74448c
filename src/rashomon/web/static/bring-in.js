// How far a run is, as the server tells it, and files that are dropped; without script the page loads itself again.
"use strict";

if (document.getElementById("running")) {
  const told = new EventSource("/bring-in/events");
  told.addEventListener("message", (event) => {
    const { stage, done, total } = JSON.parse(event.data);
    document.getElementById("stage").textContent = total ? `${stage}: ${done} of about ${total}` : stage;
    const bar = document.getElementById("progress");
    if (total) Object.assign(bar, { max: total, value: done });
    else bar.removeAttribute("value");
  });
  told.addEventListener("end", () => { told.close(); window.location.reload(); });
}

// Files may be dropped anywhere on the page; beside the field they would else open in the place of the page.
const field = document.getElementById("files");
if (field) {
  const form = field.form;
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  field.addEventListener("change", tell);
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    form.classList.remove("over");
    field.files = event.dataTransfer.files;
    tell();
  });
}

function tell() {
  const names = [...field.files].map((file) => file.name);
  document.getElementById("chosen").textContent = names.length > 3 ? `${names.length} files` : names.join(", ");
}
