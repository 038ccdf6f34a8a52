// What is wider than the page scrolls by itself; here it becomes reachable with the keyboard where it does so.
(() => {
  const scrollers = document.querySelectorAll("main pre, main .table-scroll, main math[display='block']");
  const update = () => {
    for (const element of scrollers) {
      if (element.scrollWidth > element.clientWidth) element.setAttribute("tabindex", "0");
      else element.removeAttribute("tabindex");
    }
  };
  update();
  addEventListener("resize", update);
  document.fonts?.ready.then(update);
})();
