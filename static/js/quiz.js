// The number keys choose an option; Enter then sends the form, as in any form. Ignored while typing elsewhere.
(() => {
  const options = document.querySelectorAll("[data-options] input[type=radio]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    if (event.target.closest("input:not([type=radio]), textarea, select, [contenteditable]")) return;
    const option = options[Number(event.key) - 1];
    if (!option) return;
    event.preventDefault();
    option.checked = true;
    option.focus();
  });
})();
