// What Explore says about its results: how many they are, that there are none, or that they could not be had.
import { element } from "./drawing.js";
import { shortened } from "./chips.js";

export const numbered = (number, words) => (number === 1 ? words.exploreOne : words.exploreMany.replace("#", number));
// Whether nothing but words can be at fault.
const isWords = ({ words, chosen }) => words && !Object.keys(chosen).length;

export const letTell = (root) => {
  const at = (selector) => root.querySelector(selector);
  const heading = at("#cx\\:results"), status = heading.firstElementChild;
  const part = (name) => at(`template[data-part=${name}]`).content.firstElementChild.cloneNode(true);
  const say = (...content) => at(".explore-said").replaceChildren(...content);

  const announce = (number, last, state, words) => {
    const page = last > 1 ? ` · ${words.explorePage.replace("#", state.page).replace("@", last)}` : "";
    const none = isWords(state) ? words.exploreNotFound.replace("@", () => shortened(state.words)) : words.exploreNone;
    const said = number ? numbered(number, words) : none;
    if (status.textContent !== said + page) status.replaceChildren(said, element("span", { className: "explore-page" }, page));
    at(".explore-to-results button").textContent = number === 1 ? words.exploreShowOne : words.exploreShow.replace("#", number);
  };
  const toResults = () => {
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  };
  const failed = () => {
    const said = part("failed");
    said.querySelector("button").addEventListener("click", () => location.reload());
    say(said);
    status.textContent = heading.dataset.failed;
  };
  // A story that nobody has told is what is missing where the filters leave nothing, not where words are unknown.
  const empty = (state, words) => {
    const drawn = part("empty");
    drawn.querySelector(".explore-nothing").textContent = isWords(state) ? words.other_words : words.exploreNothing;
    if (isWords(state)) drawn.querySelector(".more").remove();
    return drawn;
  };
  return { announce, say, toResults, failed, empty };
};
