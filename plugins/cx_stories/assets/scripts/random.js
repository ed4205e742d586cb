// Lead on to a story by chance, but to none of those that this device has shown last.
import { addressOf, seen } from "./kept.js";

const choice = document.querySelector("[data-ids]");
if (choice) {
  const ids = choice.dataset.ids.split(" ").map(decodeURIComponent), lately = new Set(seen());
  const fresh = ids.filter((id) => !lately.has(id));
  const pool = fresh.length ? fresh : ids;
  const id = pool[Math.floor(Math.random() * pool.length)];
  location.replace(addressOf(id, new URL(choice.dataset.stories, location)));
}
