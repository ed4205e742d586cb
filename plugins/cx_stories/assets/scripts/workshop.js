// Decide before you know the end. While the address ends in #cx:decide the story stops where somebody has to
// choose; so that way of reading can be shared, and the back button works. Styles hide what gives the end away.
const DECIDE = "#cx:decide";
const rest = document.getElementById("cx:rest");
const reveal = rest?.closest("details");

let printing = false;

const pauseOrGoOn = () => { reveal.open = printing || location.hash !== DECIDE; };
const goOn = () => {
  if (!reveal.open || printing || location.hash !== DECIDE) return;
  location.hash = "cx:rest";
  rest.focus();
};

if (reveal) {
  addEventListener("hashchange", pauseOrGoOn);
  addEventListener("beforeprint", () => { printing = true; pauseOrGoOn(); });
  addEventListener("afterprint", () => { printing = false; pauseOrGoOn(); });
  reveal.addEventListener("toggle", goOn);
  pauseOrGoOn();
}
