// Pleasant extras; every page is complete without them.
"use strict";

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    const source = document.getElementById(copy.dataset.copy);
    source.select();
    try {
      await navigator.clipboard.writeText(source.value);
    } catch {
      document.execCommand("copy");
    }
    const said = document.getElementById("said");
    said.textContent = "";
    said.textContent = copy.dataset.done;
    copy.textContent = copy.dataset.done;
  }
});

// A button that only works with a script is shown only with one.
document.querySelectorAll("[data-copy]").forEach((button) => button.removeAttribute("hidden"));

// On a narrow screen the results come before long lists of filters.
if (window.matchMedia("(max-width: 59.9rem)").matches) {
  document.querySelectorAll("details.facet:not(:has([aria-current]))").forEach((facet) => facet.removeAttribute("open"));
}

// Suggestions while somebody types, as a listbox under the search box. (WAI-ARIA combobox)
const KINDS = document.documentElement.lang.startsWith("en")
  ? { agency: "Agency", theme: "Theme", column: "Column", title: "Title", said: (n) => `${n} suggestions` }
  : { agency: "機關", theme: "主題", column: "欄位", title: "標題", said: (n) => `${n} 個建議` };

document.querySelectorAll("input[type=search][name=q]").forEach((box) => {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${box.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", KINDS.said("").trim());
  list.hidden = true;
  box.parentElement.append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.autocomplete = "off";
  let timer = 0;
  let asked = new AbortController();

  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      box.setAttribute("aria-activedescendant", option.id);
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  };
  const part = (name, text) => {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    return span;
  };
  const show = (items) => {
    list.replaceChildren(...items.map((item, at) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = item.url;
      option.append(part("kind", KINDS[item.kind]), part("name", item.text), part("count", String(item.datasets)));
      return option;
    }));
    list.hidden = items.length === 0;
    box.setAttribute("aria-expanded", String(items.length > 0));
    box.removeAttribute("aria-activedescendant");
    document.getElementById("said").textContent = items.length > 0 ? KINDS.said(items.length) : "";
  };
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const typed = box.value.trim();
    if (typed === "") {
      close();
      return;
    }
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed.slice(0, 100))}`, { signal: asked.signal });
      if (answer.ok) {
        show((await answer.json()).items);
      }
    } catch {
      close();
    }
  };
  // While an input method composes, the text is not yet what is meant.
  box.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) {
      timer = setTimeout(ask, 120);
    }
  });
  box.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  box.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) {
      return;
    }
    const chosen = list.querySelector("[aria-selected=true]");
    if (event.key === "ArrowDown") {
      choose(chosen ? chosen.nextElementSibling : list.firstElementChild);
    } else if (event.key === "ArrowUp") {
      choose(chosen ? chosen.previousElementSibling : list.lastElementChild);
    } else if (event.key === "Enter" && chosen) {
      window.location.assign(chosen.dataset.url);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      event.preventDefault();
      window.location.assign(option.dataset.url);
    }
  });
  box.addEventListener("blur", close);
});
