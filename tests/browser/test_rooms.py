"""The other tests rely on this: who opens the site in a room that others had before is new to it."""

from __future__ import annotations

from rooms import House, Window

LEAVE = """async () => {
  document.cookie = "left=behind";
  for (const kept of [localStorage, sessionStorage]) kept.setItem("left", "behind");
  await (await caches.open("left")).put("behind", new Response("behind"));
  await new Promise((done) => { indexedDB.open("left").onsuccess = done; });
}"""
FIND = """async () => [
  document.cookie, ...Object.keys({ ...localStorage, ...sessionStorage }),
  ...await caches.keys(), ...(await indexedDB.databases()).map(({ name }) => name), history.length,
]"""


def test_nothing_is_left_of_the_reader_before(house: House, origin: str) -> None:
    """Neither in what the browser stores nor in the pages it goes back to; and the room is the same."""
    first = house.room(origin, {})
    window = Window(first)
    page = window.show("404.html")
    before = page.evaluate(FIND)
    page.evaluate(LEAVE)
    between = page.evaluate(FIND)
    page.context.set_offline(True)
    window.close()

    second = house.room(origin, {})
    window = Window(second)
    after = window.show("404.html").evaluate(FIND)
    window.close()

    assert (after, second) == (before, first)
    assert len(between) > len(before)


def test_two_readers_at_a_time_have_a_room_each(house: House, origin: str) -> None:
    """What one keeps is not shown to the other."""
    windows = [Window(house.room(origin, {})) for _ in range(2)]
    pages = [window.show("404.html") for window in windows]
    before = pages[1].evaluate(FIND)
    pages[0].evaluate(LEAVE)
    after = pages[1].evaluate(FIND)
    for window in windows:
        window.close()

    assert after == before
