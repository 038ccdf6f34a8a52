// "/" goes to the search field, Escape leaves it, "?" opens the list of keys. Ignored while typing.
(() => {
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const field = document.getElementById("find");
    if (event.key === "Escape" && event.target === field) {
      event.preventDefault(); // else Chromium empties the field
      field.blur();
    } else if (!typing(event.target) && event.key === "/" && field) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (!typing(event.target) && event.key === "?") {
      location.assign("/shortcuts/");
    }
  });
})();
