// Tables as text that spreadsheets open with a double click: RFC 4180, and what they expect besides.
const BOM = "\uFEFF", END = "\r\n";

// What a spreadsheet would reckon with instead of showing it; the wide signs count where people write with them.
const RECKONED = /^[=+\-@\t\r\n＝＋－＠]/u;

// The sign between two cells: where a comma stands in numbers, spreadsheets expect a semicolon between them.
export const signOf = (language) => {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find((part) => part.type === "decimal").value === "," ? ";" : ",";
};

const cellOf = (value, sign) => {
  const text = RECKONED.test(value) ? `'${value}` : String(value);
  return text.includes(sign) || /["\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

// Write rows of cells as one text, which a program knows to be UTF-8 by its first sign.
export const csvOf = (rows, sign) => BOM + rows.map((row) => row.map((cell) => cellOf(cell, sign)).join(sign) + END).join("");
