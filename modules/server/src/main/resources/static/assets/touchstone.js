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
