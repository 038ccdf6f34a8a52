// Framework tabs and copy buttons. Without this script all snippets stand below their headings.
(() => {
  const key = "lossary-framework";
  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is switched off: the choice then lasts for this page only
    }
  };
  const keep = (name) => {
    try {
      localStorage.setItem(key, name);
    } catch {
      // see above
    }
  };

  const copied = async (button, code) => {
    try {
      await navigator.clipboard.writeText(code);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C";
      getSelection().selectAllChildren(button.closest(".snippet").querySelector("code"));
    }
    setTimeout(() => {
      button.textContent = "Copy";
    }, 1600);
  };

  // The name of a snippet stands in a span of its label, beside the button.
  for (const label of document.querySelectorAll(".snippet > .label")) {
    const name = document.createElement("span");
    name.append(...label.childNodes);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy the code for ${name.textContent}`);
    button.addEventListener("click", () =>
      copied(button, label.closest(".snippet").querySelector("code").textContent),
    );
    label.append(name, button);
  }

  const panesOf = (box) => [...box.querySelectorAll(":scope > .snippet")];
  const boxes = [...document.querySelectorAll(".snippets")].filter((box) => panesOf(box).length > 1);
  const sets = boxes.map((box, set) => {
    const panes = panesOf(box);
    const list = document.createElement("div");
    list.className = "tablist";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", "Framework");
    const tabs = panes.map((pane, place) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `tab-${set}-${place}`;
      tab.textContent = pane.querySelector(".label > span").textContent;
      pane.id = `pane-${set}-${place}`;
      pane.setAttribute("role", "tabpanel");
      pane.setAttribute("aria-labelledby", tab.id);
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", pane.id);
      list.append(tab);
      return tab;
    });
    tabs.forEach((tab, place) => {
      const go = (to) => {
        choose(tabs[to].textContent);
        keep(tabs[to].textContent);
        tabs[to].focus();
      };
      tab.addEventListener("click", () => go(place));
      tab.addEventListener("keydown", (event) => {
        const count = tabs.length;
        const targets = { ArrowRight: (place + 1) % count, ArrowLeft: (place + count - 1) % count, Home: 0, End: count - 1 };
        if (!(event.key in targets)) return;
        event.preventDefault();
        go(targets[event.key]);
      });
    });
    box.prepend(list);
    box.classList.add("tabbed");
    return { panes, tabs };
  });

  // A set that lacks the framework keeps what it shows, at first its first one.
  function choose(name) {
    for (const { panes, tabs } of sets) {
      const names = tabs.map((tab) => tab.textContent);
      const started = tabs.some((tab) => tab.hasAttribute("aria-selected"));
      const chosen = names.includes(name) ? names.indexOf(name) : 0;
      if (started && !names.includes(name)) continue;
      panes.forEach((pane, place) => {
        pane.hidden = place !== chosen;
        tabs[place].setAttribute("aria-selected", String(place === chosen));
        tabs[place].tabIndex = place === chosen ? 0 : -1;
      });
    }
  }
  choose(stored());
})();
