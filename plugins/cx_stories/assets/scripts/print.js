// Buttons that print the page. Without scripts they do not show; the menu of the browser prints as well.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
