// The panel: what was said by and about the chosen name, or between the chosen two.

// How an event reads between those who act and those it concerns.
const ACTS = {
  AGREE: ["agrees", "with"], CONSULT: ["consults", ""], SUPPORT: ["supports", ""], CONCEDE: ["concedes", "to"],
  COOPERATE: ["cooperates", "with"], AID: ["aids", ""], RETREAT: ["retreats", "from"], REQUEST: ["asks", ""],
  REJECT: ["rejects", ""], ACCUSE: ["accuses", ""], THREATEN: ["threatens", ""], PROTEST: ["protests", "against"],
  SANCTION: ["sanctions", ""], MOBILIZE: ["mobilizes", "against"], COERCE: ["coerces", ""], ASSAULT: ["assaults", ""],
};
const listed = indexByEntity();

function indexByEntity() {
  const index = entities.map(() => ({says: [], about: [], events: [], offices: [], relations: []}));
  const put = (ends, kind, number) => new Set(ends).forEach((end) => {
    if (typeof end === "number") index[end][kind].push(number);
  });
  contents.statements.forEach((card, number) => {
    put(card.speakers, "says", number);
    put(card.about, "about", number);
  });
  contents.events.forEach((card, number) => put([...card.actors, ...card.recipients, ...card.places], "events", number));
  contents.offices.forEach((card, number) => put([card.holder, card.institution], "offices", number));
  contents.relations.forEach((card, number) => put([card.subject, card.object], "relations", number));
  return index;
}

const SHAPES = {
  circle: d3.symbolCircle, square: d3.symbolSquare, triangle: d3.symbolTriangle, diamond: d3.symbolDiamond,
  cross: d3.symbolCross, star: d3.symbolStar, wye: d3.symbolWye,
};
const shapeOf = Object.fromEntries(contents.labels.map(({label, shape}) => [label, SHAPES[shape]]));

function outline(label, radius) {
  return d3.symbol(shapeOf[label], Math.PI * radius * radius)();
}

function sign(label) {
  const svg = d3.create("svg").attr("class", "sign").attr("viewBox", "-9 -9 18 18").attr("aria-hidden", "true");
  svg.append("path").attr("d", outline(label, 6)).attr("class", `fill-${label}`);
  return svg.node();
}

// An entity of the page is a number, any other is its name.
function named(end) {
  if (typeof end === "string") return make("span", {class: "plain"}, isolated(end));
  return make("button", {type: "button", class: "name", onclick: () => focusName(end)}, isolated(entities[end].name));
}

// A button is a block to the browser: without its own box a comma could open a line.
function names(ends) {
  const parts = ends.map((end, index) => make("span", {class: "item"}, named(end), index < ends.length - 1 ? "," : ""));
  return joined(parts, " ");
}

function quoted(marks) {
  return make("blockquote", {dir: "auto"}, ...marks.map(
    ([part, text]) => (part ? make("mark", {class: part, title: part}, text) : text),
  ));
}

function origin(at) {
  const article = contents.articles[at];
  const parts = [article.source, article.date ? day(article.date) : "undated"].filter(Boolean);
  const title = article.url
    ? make("a", {href: article.url, target: "_blank", rel: "noopener noreferrer"}, isolated(article.title))
    : isolated(article.title);
  return make("span", {}, title, " · ", isolated(parts.join(" · ")));
}

function tags(...entries) {
  return entries.filter(([text]) => text).map(
    ([text, kind]) => make("span", {class: kind ? `tag ${kind}` : "tag"}, text),
  );
}

// What is still to come when the article appears is said to be so.
function told(card) {
  const published = contents.articles[card.article].date;
  return period(card) + (card.basis !== "article" && published && card.from > published ? ", after its article" : "");
}

function speaker(card) {
  if (card.speakers.length) return names(card.speakers);
  return [make("span", {class: "plain"}, isolated(card.source || "Unnamed source"))];
}

function statementCard(index, others = []) {
  const card = contents.statements[index];
  const about = card.about.length ? [" about ", ...names(card.about)] : [];
  const to = card.to.length ? [" to ", ...names(card.to)] : [];
  const when = card.when ? {title: `“${card.when}”`} : {};
  return make("article", {class: "card statement"},
    make("span", {class: "day", ...when}, told(card)),
    make("span", {class: "who"}, ...speaker(card), ...about, ...to),
    quoted(card.marks),
    make("footer", {}, origin(card.article), " ",
      ...tags([card.form], [card.negated ? "not said" : "", "warn"]), " ",
      make("button", {type: "button", class: "copy", onclick: (event) => copy(citation(card), event.currentTarget)}, "Copy with citation")),
    ...(others.length ? [restated(others)] : []),
  );
}

function restated(others) {
  const cards = make("div", {class: "cards"});
  const details = make("details", {}, make("summary", {}, `Also reported in other words: ${others.length}`), cards);
  details.addEventListener("toggle", () => {
    if (!cards.childElementCount) cards.append(...others.map((index) => statementCard(index)));
  });
  return details;
}

// One card for each thing said; what restates it folds into the same card.
function grouped(indices) {
  const wanted = new Set(indices);
  const groups = [];
  for (const index of indices) {
    if (!wanted.delete(index)) continue;
    const group = [index];
    for (const member of group) {
      for (const other of contents.statements[member].restates) if (wanted.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

// Says what the list lacks, and the command that gives it.
function shortfall(number, all, noun, words, {limit = all, lead = "All of them:", dated = true} = {}) {
  if (number >= all) return "";
  const command = ["kg ask", ...words, ...(dated && state.from ? ["--from", state.from] : []), ...(dated && state.to ? ["--to", state.to] : []), "--limit", limit].join(" ");
  return make("div", {class: "shortfall"}, make("p", {}, `Spelt out here: ${number.toLocaleString("en")} of ${plural(all, noun)}. ${lead}`),
    make("code", {}, command),
    make("button", {type: "button", class: "copy", onclick: (event) => copy(command, event.currentTarget)}, "Copy command"));
}

// A name as a shell takes it.
function argument(at) {
  return `'${entities[at].name.replaceAll("'", "'\\''")}'`;
}

function statementList(indices, all, words) {
  if (!all) return make("p", {class: "hint"}, nothing());
  const key = make("p", {class: "key"}, "Marked: ",
    make("mark", {class: "source"}, "who"), " ", make("mark", {class: "cue"}, "says"), " ",
    make("mark", {class: "content"}, "what"));
  return make("div", {}, shortfall(indices.length, all, "statement", ["who-said-what", ...words]), key,
    longList(grouped(indices), ([first, ...others]) => statementCard(first, others)));
}

// "Ann consults Ben in Oslo", with every name a button.
function eventPhrase(card) {
  const [verb, preposition] = ACTS[card.type] || [card.type.toLowerCase(), ""];
  const whom = card.recipients.length ? [` ${preposition} `.replace("  ", " "), ...names(card.recipients)] : [];
  const places = card.places.filter((end) => !card.recipients.includes(end));
  const where = places.length ? [" in ", ...names(places)] : [];
  return [...(card.actors.length ? names(card.actors) : ["Someone"]), ` ${verb}`, ...whom, ...where];
}

function eventCard(index) {
  const card = contents.events[index];
  const doubt = card.factuality === "actual" ? "" : card.factuality;
  return make("article", {class: "card event"},
    make("span", {class: "day"}, told(card)),
    make("span", {class: "who"}, ...eventPhrase(card)),
    quoted(card.marks),
    make("footer", {}, origin(card.article), " ",
      ...tags([card.mode], [doubt, "warn"], [card.asserted ? "inside a statement" : ""])),
  );
}

// The timeline of a name has its events among its statements: its limit allows for them.
function eventList(indices, all, at) {
  if (!all) return make("p", {class: "hint"}, nothing());
  const where = {limit: contents.total + all, lead: "All of them are in the timeline:"};
  return make("div", {}, shortfall(indices.length, all, "event", ["timeline", "--of", argument(at)], where), longList(indices, eventCard));
}

function officeCard(index) {
  const card = contents.offices[index];
  const term = [card.since ? `since ${day(card.since)}` : "", card.until ? `until ${day(card.until)}` : ""];
  return make("article", {class: "card office"},
    make("span", {class: "who"}, named(card.holder), ", ", isolated(card.title || "office"), ", ", named(card.institution), " ",
      ...tags([status(card), "warn"], ...term.map((words) => [words]))),
    proof(card));
}

// The title may say it: "former minister".
function status({status, title}) {
  return title.toLowerCase().startsWith(`${status} `) ? "" : status;
}

// "Ann spouse of Ben", with both names buttons.
function relationCard(index) {
  const card = contents.relations[index];
  return make("article", {class: "card relation"},
    make("span", {class: "who"}, named(card.subject), ` ${card.words} `, named(card.object)), proof(card));
}

function proof(card) {
  return make("details", {}, make("summary", {}, plural(card.count, "sentence")),
    ...card.reports.map(({article, marks}) => make("div", {}, quoted(marks), make("footer", {}, origin(article)))));
}

function relationList(indices, all, at) {
  return make("div", {}, shortfall(indices.length, all, "relation", ["relations", "--of", argument(at)], {dated: false}), longList(indices, relationCard));
}

function articleList(card) {
  const more = card.articles - card.newest.length;
  return make("div", {}, longList(card.newest, ([at, number]) => make("li", {}, origin(at),
    make("small", {}, plural(number, "mention"))), {class: "plainlist"}, "ul"),
    more > 0 ? make("p", {class: "hint"}, `The newest; ${plural(more, "older article")} not listed.`) : "");
}

function nothing() {
  return isFiltered() ? "None in these days." : "None.";
}
