// What the reader chose, kept in the address; and how much of everything that leaves.

const contents = read("contents");
const entities = contents.entities;
const DAY = 86400000;
// With more names than this a network is a thicket at first sight: the matrix comes first.
const FEW_NAMES = 60;
const FIRST_VIEW = entities.length > FEW_NAMES ? "matrix" : "network";
const state = {person: null, about: null, from: "", to: "", view: FIRST_VIEW, sort: "count", names: null, least: null, embed: false};
const hidden = {labels: new Set(), kinds: new Set()};
const NUMBERS = ["names", "least"];

function dayNumber(iso) {
  return iso ? Date.parse(`${iso}T00:00:00Z`) / DAY : null;
}

function isoDay(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

function isFiltered() {
  return Boolean(state.from || state.to);
}

function isInDays(card) {
  if (!isFiltered()) return true;
  return Boolean(card.from) && (!state.from || card.until >= state.from) && (!state.to || card.from <= state.to);
}

// A histogram is flat: first day, days after it, number; again and again.
function count(histogram) {
  const [from, to] = [dayNumber(state.from), dayNumber(state.to)];
  let number = 0;
  for (let at = 0; at < histogram.length; at += 3) {
    const day = histogram[at];
    if (isFiltered() && day === null) continue;
    if ((from === null || day + histogram[at + 1] >= from) && (to === null || day <= to)) number += histogram[at + 2];
  }
  return number;
}

function isLabelShown(at) {
  return !hidden.labels.has(entities[at].label);
}

const ties = contents.ties.map(([first, second, there, back, acts, offices], id) => ({id, first, second, there, back, acts, offices}));
const tieOf = new Map(ties.map((tie) => [`${tie.first} ${tie.second}`, tie]));

function tieBetween(one, other) {
  return tieOf.get(`${Math.min(one, other)} ${Math.max(one, other)}`);
}

// The days of what one said about the other.
function saidBetween(speaker, subject) {
  const tie = tieBetween(speaker, subject);
  if (!tie) return [];
  return speaker === tie.first ? tie.there : tie.back;
}

// How much a tie holds of each kind that is shown, in the days chosen.
function strength(tie) {
  const has = (kind) => !hidden.kinds.has(kind);
  const there = has("said") ? count(tie.there) : 0;
  const back = has("said") ? count(tie.back) : 0;
  const acts = has("acts") ? count(tie.acts) : 0;
  const offices = has("offices") && !isFiltered() ? tie.offices.length : 0;
  return {there, back, acts, offices, all: there + back + acts + offices};
}

// The address: names where they are one of a kind, so that people can read and write it.

const byName = new Map();
entities.forEach((card, at) => [card.key, ...[card.name, ...card.aliases].map(fold)].forEach((name, rank) => {
  if (!byName.has(name) || rank < 2 && fold(entities[byName.get(name)].name) !== name) byName.set(name, at);
}));

function nameOf(at) {
  const {name, key} = entities[at];
  return byName.get(fold(name)) === at ? name : key;
}

function address() {
  const words = new URLSearchParams();
  for (const side of ["person", "about"]) if (state[side] !== null) words.set(side, nameOf(state[side]));
  for (const side of ["from", "to"]) if (state[side]) words.set(side, state[side]);
  if (state.view !== FIRST_VIEW) words.set("view", state.view);
  if (state.sort !== "count") words.set("sort", state.sort);
  for (const side of NUMBERS) if (state[side] !== null) words.set(side, state[side]);
  if (state.embed) words.set("embed", "1");
  return words.toString();
}

function readAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  const entity = (side) => byName.get(words.get(side)) ?? byName.get(fold(words.get(side) ?? "")) ?? null;
  const oneOf = (side, allowed) => (allowed.includes(words.get(side)) ? words.get(side) : allowed[0]);
  const isDay = (side) => (Number.isNaN(Date.parse(words.get(side) ?? "")) ? "" : isoDay(Math.floor(Date.parse(words.get(side)) / DAY)));
  Object.assign(state, {
    person: entity("person"), about: entity("about"), from: isDay("from"), to: isDay("to"),
    view: oneOf("view", [FIRST_VIEW, "matrix", "network"]), sort: oneOf("sort", ["count", "name", "group"]),
    embed: words.has("embed"),
  });
  for (const side of NUMBERS) state[side] = Number.parseInt(words.get(side), 10) || null;
}

// A page inside a notebook's frame has no address of its own.
const HAS_ADDRESS = location.protocol !== "about:";

// Take a choice: everything is drawn anew, and the way back is the browser's own.
function take(change, {asStep = false} = {}) {
  Object.assign(state, change);
  if (HAS_ADDRESS && location.hash.slice(1) !== address()) {
    history[asStep ? "pushState" : "replaceState"](null, "", `#${address()}`);
  }
  show();
}

function choose(person, about = null) {
  take({person, about}, {asStep: true});
}

function clearChoice() {
  choose(null);
}

function isChosen(at) {
  return state.person === at || state.about === at;
}
