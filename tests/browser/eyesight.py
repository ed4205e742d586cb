"""What somebody with good eyes sees: light or dark, and how well words stand out."""

from __future__ import annotations

from playwright.sync_api import Page

LIGHTNESS = """(element) => {
    const seen = (one) => {
        const colour = getComputedStyle(one).backgroundColor;
        return colour.endsWith(", 0)") && one.parentElement ? seen(one.parentElement) : colour;
    };
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    const share = (colour) => {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        const parts = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
        const linear = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    };
    return [share(seen(element)), share(getComputedStyle(element).color)];
}"""
"""Gives how light the ground and the letters of an element are, from 0 to 1 (WCAG's relative luminance)."""


def ground(page: Page) -> str:
    """Say whether the page is light or dark."""
    return "light" if page.locator("body").evaluate(LIGHTNESS)[0] > 0.5 else "dark"


def contrast(page: Page, words: str) -> float:
    """Give the contrast between some words and what they stand on, from 1 to 21."""
    dark, light = sorted(page.get_by_text(words).first.evaluate(LIGHTNESS))
    return (light + 0.05) / (dark + 0.05)
