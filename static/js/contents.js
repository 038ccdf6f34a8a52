// Marks the section being read in the table of contents, and copies a section's address when its # is clicked.
(() => {
  const links = new Map(
    [...document.querySelectorAll(".toc a")].map((link) => [link.getAttribute("href").slice(1), link]),
  );
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);

  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3);
    const current = (passed.at(-1) ?? headings[0])?.id;
    for (const [id, link] of links) {
      if (id === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  if (headings.length > 0) {
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px", threshold: [0, 1] });
    for (const heading of headings) observer.observe(heading);
    mark();
  }

  for (const anchor of document.querySelectorAll(".anchor")) {
    anchor.addEventListener("click", () => navigator.clipboard?.writeText(anchor.href).catch(() => {}));
  }
})();
