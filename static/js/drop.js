// A file dropped anywhere on the form is handed to its file field. Without this script the field still works.
(() => {
  for (const form of document.querySelectorAll("form.ask")) {
    const files = form.querySelector('input[type="file"]');
    const dragging = (on) => form.classList.toggle("dragging", on);
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      dragging(true);
    });
    form.addEventListener("dragleave", () => dragging(false));
    form.addEventListener("drop", (event) => {
      dragging(false);
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      files.files = event.dataTransfer.files;
    });
  }
})();
