/* A number in English as the page's language writes it. */
function written(text) {
  "use strict";
  const own = document.documentElement.dataset;
  return own.decimal === undefined ? text : text.replace(/[.,]/g, function (sign) { return sign === "." ? own.decimal : own.thousands; });
}
/* The way back from packing.py: `unpacked(packed)` has `length`, `has(at)`, `get(at)`, which makes an object when it is asked for, and
   `part(at, name)`, which makes one value of it. */
function unpacked(packed) {
  "use strict";
  const seen = packed.shapes.map(function () { return 0; });
  const place = packed.of.map(function (shape) { return seen[shape]++; });
  const made = new Array(packed.of.length);

  function line(column, at) {
    let sum = 0, step = 0;
    const whole = [];
    column.line[at].forEach(function (bend) {
      if (typeof bend === "string") {
        for (let left = Number(bend); left > 0; left -= 1) whole.push(0);
      } else whole.push(bend);
    });
    return whole.map(function (bend, place) {
      if (place) step += bend;
      sum += place ? step : bend;
      return sum / column.per;
    });
  }

  function texts(cells, at) {
    if (cells.cells) return cells.cells[at];
    if (cells.plain) return cells.plain[at].split("\t");
    const form = new Intl.NumberFormat("en", { minimumFractionDigits: cells.digits[0], maximumFractionDigits: cells.digits[1] });
    return line(cells, at).map(function (number) { return written(form.format(number)); });
  }

  function rows(columns) {
    return columns[0].map(function (cell, at) { return columns.map(function (column) { return column[at]; }); });
  }

  function value(column, at) {
    if (column.text) return column.text[0] + column.each[column.at ? column.at[at] : at] + column.text[1];
    if (column.line) return line(column, at);
    if (column.table) return rows(column.table.map(function (cells) { return texts(cells, at); }));
    return column.plain[at];
  }

  function fill(like, columns, at) {
    if (Array.isArray(like)) return like.map(function (inner) { return fill(inner, columns, at); });
    if (like === null || typeof like !== "object") return like;
    if ("$" in like) return value(columns[like.$], at);
    const copy = {};
    for (const key of Object.keys(like)) copy[key] = fill(like[key], columns, at);
    return copy;
  }

  return {
    length: packed.of.length,
    has: function (at) { return at >= 0 && at < packed.of.length; },
    part: function (at, name) {
      const shape = packed.shapes[packed.of[at]];
      return fill(shape.like[name], shape.columns, place[at]);
    },
    get: function (at) {
      if (made[at] === undefined) {
        const shape = packed.shapes[packed.of[at]];
        made[at] = fill(shape.like, shape.columns, place[at]);
      }
      return made[at];
    }
  };
}
