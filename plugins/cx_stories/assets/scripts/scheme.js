// Light or dark: as chosen on this device, else as the system says. Runs before the first paint.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try { return localStorage.getItem("cx-scheme"); } catch { return null; }
  };
  const apply = () => { root.dataset.scheme = stored() ?? (system.matches ? "dark" : "light"); };

  root.classList.replace("no-js", "js");
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-scheme-toggle]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const next = root.dataset.scheme === "dark" ? "light" : "dark";
        try { localStorage.setItem("cx-scheme", next); } catch { /* private window: this page only */ }
        root.dataset.scheme = next;
      });
    }
  });
})();
