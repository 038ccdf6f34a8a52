// Copies what a button names by id. Without this script the text can be selected.
(() => {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) continue;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = label), 1500);
    });
  }
})();

// Reads values off the curves at the pointer, or by arrow and page keys; all panels along the same axis share the place.
// Without this script the sentences below carry the numbers.
(() => {
  const figure = document.querySelector(".panels");
  if (!figure) return;
  const readout = document.createElement("p");
  readout.className = "readout";
  readout.setAttribute("role", "status");
  readout.textContent = "Point at a curve, or focus it and press ← →, to read values.";
  figure.prepend(readout);

  const panels = [...figure.querySelectorAll(".panel-chart")].map((svg) => {
    const points = svg.dataset.points.split(" ").map((pair) => pair.split(",").map(Number));
    return { svg, points, axis: svg.dataset.xName, name: svg.dataset.name };
  });
  const ends = (axis) => {
    const places = panels.filter((panel) => panel.axis === axis).flatMap((panel) => panel.points.map(([x]) => x));
    return [Math.min(...places), Math.max(...places)];
  };
  const number = (value) => (Number.isFinite(value) ? value.toLocaleString("en-US", { maximumSignificantDigits: 4 }) : "NaN");

  let share = 1;
  const read = (axis) => {
    const [low, high] = ends(axis);
    const at = low + share * (high - low);
    const shown = panels.filter((panel) => panel.axis === axis);
    const texts = shown.map(({ svg, points, name }) => {
      const nearest = points.reduce((best, point) => (Math.abs(point[0] - at) < Math.abs(best[0] - at) ? point : best));
      const cursor = svg.querySelector(".cursor");
      const place = `${(100 * (nearest[0] - low)) / (high - low || 1)}%`;
      cursor.setAttribute("x1", place);
      cursor.setAttribute("x2", place);
      cursor.setAttribute("visibility", "visible");
      return `${name} ${number(nearest[1])}`;
    });
    readout.textContent = `${axis} ${number(at)}: ${texts.join(" · ")}`;
  };

  const steps = { ArrowLeft: -0.01, ArrowRight: 0.01, PageUp: -0.1, PageDown: 0.1 };
  for (const { svg, axis } of panels) {
    svg.setAttribute("tabindex", "0");
    svg.addEventListener("pointermove", (event) => {
      const plot = svg.querySelector(".axis").getBoundingClientRect();
      share = Math.min(1, Math.max(0, (event.clientX - plot.left) / plot.width));
      read(axis);
    });
    svg.addEventListener("keydown", (event) => {
      if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      share = Math.min(1, Math.max(0, share + steps[event.key]));
      read(axis);
    });
  }

  const point = (ev) => {
    figure.classList.toggle("pointed", ev !== undefined);
    for (const element of figure.querySelectorAll(".mark, .badge")) element.classList.toggle("here", element.dataset.ev === ev);
  };
  for (const sentence of figure.querySelectorAll(".seen li")) {
    sentence.addEventListener("pointerenter", () => point(sentence.dataset.ev));
    sentence.addEventListener("pointerleave", () => point(undefined));
  }
})();
