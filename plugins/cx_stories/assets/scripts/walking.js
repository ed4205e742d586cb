// The arrow keys walk from the box through all results and back; whoever types on goes back to the box.
const STOPS = "a[href], button";

export const stops = (box, body) => [box, ...body.querySelectorAll(STOPS)];

const isTyped = ({ key, ctrlKey, metaKey, altKey }) => !ctrlKey && !metaKey && !altKey && (key === "Backspace" || (key.length === 1 && key !== " "));

export const walk = (event, box, body) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (step) {
    const all = stops(box, body), here = all.indexOf(document.activeElement);
    const next = here < 0 ? box : all[(here + step + all.length) % all.length];
    event.preventDefault();
    next.focus();
    next.closest("li, p")?.scrollIntoView({ block: "nearest" });
    if (next === box) body.scrollTop = 0;
  } else if (isTyped(event) && body.contains(document.activeElement)) box.focus();
};
