// What Explore asks of the index. The last answers are kept: a reader goes back and forth.
import { totalsOf } from "./facets.js";
import { find } from "./finding.js";
import { remembering } from "./remembering.js";
import { filtersOf, isOpen, queryOf, sortOf, without } from "./state.js";

export const questionsOf = (facets) => {
  const every = new Set(facets.filter((facet) => facet.every).map(({ name }) => name));
  const totals = totalsOf(facets), answers = remembering(8), alone = remembering(64);

  // Give the stories of a state, and the counts of the filters that are open; null where they are not known.
  const ask = (state, open) => {
    const names = isOpen(state) ? [] : [...new Set([...open, ...Object.keys(state.chosen)])];
    return answers([queryOf({ ...state, page: 1 }), ...names].join(" "), async () => {
      const answer = await find(state.words, { filters: filtersOf(state.chosen, every, names), sort: sortOf(state) });
      const counts = Object.fromEntries(names.map((name) => [name, answer.counts[name] ?? null]));
      return { ...answer, counts: names.length ? counts : totals };
    });
  };
  // Give the counts of a filter of which one value is enough: as if none of it were chosen yet.
  const countsWithout = (state, name) => {
    const left = without(state, [[name]]);
    if (isOpen(left)) return totals[name];
    return alone(`${name} ${queryOf(left)}`, async () => {
      const { counts } = await find(left.words, { filters: filtersOf(left.chosen, every, [name]) });
      return counts[name] ?? null;
    });
  };
  // Have the counts at hand before a reader chooses.
  const expect = (open) => { find("", { filters: filtersOf({}, every, open) }).catch(() => {}); };
  return { every, ask, countsWithout, expect };
};
