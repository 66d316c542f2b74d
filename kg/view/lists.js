"use strict";
// Small pieces of page. Text from articles only ever becomes text nodes.

const PAGE_LENGTH = 25;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function get(id) {
  return document.getElementById(id);
}

function read(id) {
  return JSON.parse(get(id).textContent);
}

// make("li", {class: "x", onclick: f}, "text", node, ...): an element with children.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function isolated(text) {
  return make("bdi", {}, text);
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function plural(number, noun, many = noun + "s") {
  return `${number.toLocaleString("en")} ${number === 1 ? noun : many}`;
}

function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

function period(card) {
  if (!card.from) return "no date";
  if (card.basis === "article") return `reported ${day(card.from)}`;
  const told = card.from === card.until ? day(card.from) : stretch(card.from, card.until);
  return card.basis === "other article" ? `${told}, by another article` : told;
}

// What both days share is written once, as in the tables of kg ask: "31 Oct – 2 Nov 2024".
function stretch(from, until) {
  const [first, last] = [day(from).split(" "), day(until).split(" ")];
  if (first[2] !== last[2]) return `${day(from)} – ${day(until)}`;
  return first[1] === last[1] ? `${first[0]}–${day(until)}` : `${first[0]} ${first[1]} – ${day(until)}`;
}

function joined(parts, separator) {
  return parts.flatMap((part, index) => (index ? [separator, part] : [part]));
}

// A list that shows its first entries and a button for those that follow.
function longList(items, draw, attributes = {class: "cards"}, tag = "div") {
  const list = make(tag, attributes);
  let drawn = 0;
  const more = make("button", {type: "button", class: "more", onclick: extend});
  function extend() {
    const from = list.children.length;
    for (const item of items.slice(drawn, drawn + PAGE_LENGTH)) list.append(draw(item));
    if (drawn) focusFirst(list.children[from]);
    drawn = Math.min(drawn + PAGE_LENGTH, items.length);
    more.hidden = drawn === items.length;
    more.textContent = `Show more (${(items.length - drawn).toLocaleString("en")} left)`;
  }
  extend();
  return make("div", {}, list, more);
}

function focusFirst(element) {
  const target = element.querySelector("button, a, summary");
  if (target) target.focus();
}

// Tabs after the ARIA pattern: arrows move, one panel shows. `wanted` names the first.
function tabs(entries, wanted) {
  const bar = make("div", {class: "tabs", role: "tablist"});
  const body = make("div", {role: "tabpanel"});
  const buttons = entries.map(({name, count, draw}) => make(
    "button",
    {type: "button", role: "tab", onclick: (event) => choose(event.currentTarget, draw)},
    `${name} `, make("span", {}, count.toLocaleString("en")),
  ));
  function choose(button, draw) {
    for (const other of buttons) {
      other.setAttribute("aria-selected", String(other === button));
      other.tabIndex = other === button ? 0 : -1;
    }
    body.replaceChildren(draw());
  }
  bar.addEventListener("keydown", (event) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    const next = buttons[(at + step + buttons.length) % buttons.length];
    next.focus();
    next.click();
  });
  bar.append(...buttons);
  const named = entries.findIndex((entry) => entry.name === wanted && entry.count > 0);
  const first = named >= 0 ? named : Math.max(entries.findIndex((entry) => entry.count > 0), 0);
  choose(buttons[first], entries[first].draw);
  return make("div", {}, bar, body);
}
