// While the answer is on its way the buttons are off, so that nothing is sent twice. The page works without this.
(() => {
  const form = document.getElementById("case");
  if (!form) return;
  const buttons = [...form.elements].filter((element) => element.type === "submit");
  form.addEventListener("submit", () => {
    // after the browser has taken the pressed button's value along
    setTimeout(() => {
      for (const button of buttons) button.disabled = true;
      form.setAttribute("aria-busy", "true");
    });
  });
  // a page restored from the browser's history is usable again
  addEventListener("pageshow", () => {
    for (const button of buttons) button.disabled = false;
    form.removeAttribute("aria-busy");
  });
})();
