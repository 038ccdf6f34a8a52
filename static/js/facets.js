// On a narrow screen the facets stand above the list: those without a choice are closed, so that the list is near.
// The page loads this right after the facets, before they are painted.
(() => {
  if (!matchMedia("(max-width: 60rem)").matches) return;
  for (const facet of document.querySelectorAll(".facet")) {
    if (!facet.querySelector("[aria-current]")) facet.open = false;
  }
})();
