// Files dropped anywhere on the page go to the file field of its form, and Ctrl-Enter sends it.
// Without this script field and button still work.
(() => {
  const form = document.querySelector("form.ask");
  const files = form?.querySelector('input[type="file"]');
  if (!files) return;
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  const dragging = (on) => form.classList.toggle("dragging", on);
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    dragging(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) dragging(false);
  });
  document.addEventListener("drop", (event) => {
    dragging(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    files.files = event.dataTransfer.files;
    form.scrollIntoView({ block: "nearest" });
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
})();
