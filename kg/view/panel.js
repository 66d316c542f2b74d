// The panel: what was said by and about the chosen node, or along the chosen link.

const contents = read("contents");
const COLOURS = Object.fromEntries(contents.labels.map(({label, colour}) => [label, colour]));
const byKey = {
  statements: new Map(contents.statements.map((card, index) => [card.key, index])),
};
// How an event reads between those who act and those it concerns.
const ACTS = {
  AGREE: ["agrees", "with"], CONSULT: ["consults", ""], SUPPORT: ["supports", ""], CONCEDE: ["concedes", "to"],
  COOPERATE: ["cooperates", "with"], AID: ["aids", ""], RETREAT: ["retreats", "from"], REQUEST: ["asks", ""],
  REJECT: ["rejects", ""], ACCUSE: ["accuses", ""], THREATEN: ["threatens", ""], PROTEST: ["protests", "against"],
  SANCTION: ["sanctions", ""], MOBILIZE: ["mobilizes", "against"], COERCE: ["coerces", ""], ASSAULT: ["assaults", ""],
};
const found = indexByEntity();

function indexByEntity() {
  const index = new Map();
  const at = (key) => {
    if (!index.has(key)) index.set(key, {says: [], about: [], events: [], offices: []});
    return index.get(key);
  };
  contents.statements.forEach((card, number) => {
    card.speakers.forEach(([key]) => at(key).says.push(number));
    card.about.forEach(([key]) => at(key).about.push(number));
  });
  contents.events.forEach((card, number) => {
    const parties = [...card.actors, ...card.recipients, ...card.places].map(([key]) => key);
    new Set(parties).forEach((key) => at(key).events.push(number));
  });
  contents.offices.forEach((card, number) => {
    new Set([card.holder[0], card.institution[0]]).forEach((key) => at(key).offices.push(number));
  });
  return {of: at};
}

function dot(label) {
  const mark = make("span", {class: label === "Event" ? "dot diamond" : "dot", "aria-hidden": "true"});
  mark.style.background = COLOURS[label];
  return mark;
}

function named([key, name]) {
  if (!Object.hasOwn(contents.entities, key)) return make("span", {class: "plain"}, isolated(name));
  return make("button", {type: "button", class: "name", onclick: () => focusNode(key)}, isolated(name));
}

// A button is a block to the browser: without its own box a comma could open a line.
function names(pairs) {
  const parts = pairs.map((pair, index) => make("span", {class: "item"}, named(pair), index < pairs.length - 1 ? "," : ""));
  return joined(parts, " ");
}

function quoted(marks) {
  return make("blockquote", {dir: "auto"}, ...marks.map(
    ([part, text]) => (part ? make("mark", {class: part, title: part}, text) : text),
  ));
}

function origin(key) {
  const article = contents.articles[key];
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
    make("span", {class: "day", ...when}, period(card)),
    make("span", {class: "who"}, ...speaker(card), ...about, ...to),
    quoted(card.marks),
    make("footer", {}, origin(card.article), " ",
      ...tags([card.form], [card.negated ? "not said" : "", "warn"])),
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
      for (const key of contents.statements[member].restates) {
        const other = byKey.statements.get(key);
        if (wanted.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function statementList(indices) {
  if (!indices.length) return make("p", {class: "hint"}, nothing());
  const key = make("p", {class: "key"}, "Marked: ",
    make("mark", {class: "source"}, "who"), " ", make("mark", {class: "cue"}, "says"), " ",
    make("mark", {class: "content"}, "what"));
  return make("div", {}, key, longList(grouped(indices), ([first, ...others]) => statementCard(first, others)));
}

// "Ann consults Ben in Oslo", with every name a button.
function eventPhrase(card) {
  const [verb, preposition] = ACTS[card.type] || [card.type.toLowerCase(), ""];
  const whom = card.recipients.length ? [` ${preposition} `.replace("  ", " "), ...names(card.recipients)] : [];
  const concerned = new Set(card.recipients.map(([key]) => key));
  const places = card.places.filter(([key]) => !concerned.has(key));
  const where = places.length ? [" in ", ...names(places)] : [];
  return [...(card.actors.length ? names(card.actors) : ["Someone"]), ` ${verb}`, ...whom, ...where];
}

function eventCard(index) {
  const card = contents.events[index];
  const doubt = card.factuality === "actual" ? "" : card.factuality;
  return make("article", {class: "card event"},
    make("span", {class: "day"}, period(card)),
    make("span", {class: "who"}, ...eventPhrase(card)),
    quoted(card.marks),
    make("footer", {}, origin(card.article), " ",
      ...tags([card.mode], [doubt, "warn"], [card.asserted ? "inside a statement" : ""])),
  );
}

function eventList(indices) {
  if (!indices.length) return make("p", {class: "hint"}, nothing());
  return longList(indices, eventCard);
}

function officeCard(index) {
  const card = contents.offices[index];
  return make("article", {class: "card office"},
    make("span", {class: "who"}, named(card.holder), ", ", isolated(card.title || "office"), ", ", named(card.institution)),
    make("details", {}, make("summary", {}, plural(card.reports.length, "sentence")),
      ...card.reports.map(({article, marks}) => make("div", {}, quoted(marks), make("footer", {}, origin(article))))),
  );
}

function articleList(pairs) {
  const ordered = [...pairs].sort(([a], [b]) => (contents.articles[b].date > contents.articles[a].date ? 1 : -1));
  return longList(ordered, ([key, count]) => make("li", {}, origin(key),
    make("small", {}, plural(count, "mention"))), {class: "plainlist"}, "ul");
}

function nothing() {
  return isFiltered() ? "None in these days." : "None.";
}

function closer() {
  return make("button", {type: "button", class: "back", onclick: clearChoice}, "Overview");
}

function entityPanel(key) {
  const card = contents.entities[key];
  const own = found.of(key);
  const held = own.offices.map((index) => contents.offices[index]).filter(({holder}) => holder[0] === key);
  return [closer(),
    make("h2", {}, isolated(card.name)),
    make("span", {class: "kind"}, dot(card.label), [card.label, ...card.codes].join(" · ")),
    card.aliases.length ? make("p", {class: "aliases"}, "Also: ", ...joined(card.aliases.map(isolated), ", ")) : "",
    ...held.slice(0, 3).map(({title, institution}) => make("p", {class: "held"}, isolated(title || "office"), ", ", named(institution))),
    tabs([
      {name: "Says", ...within(own.says, "statements", statementList)},
      {name: "About", ...within(own.about, "statements", statementList)},
      {name: "Events", ...within(own.events, "events", eventList)},
      ...(own.offices.length ? [{name: "Offices", count: own.offices.length, draw: () => longList(own.offices, officeCard)}] : []),
      {name: "Articles", count: card.articles.length, draw: () => articleList(card.articles)},
    ]),
  ];
}

function within(indices, kind, list) {
  const inside = indices.filter((index) => isInDays(contents[kind][index]));
  return {count: inside.length, draw: () => list(inside)};
}

function eventPanel(key) {
  const group = contents.groups[key];
  const {count, draw} = within(group.items, "events", eventList);
  return [closer(), make("h2", {}, ...eventPhrase(contents.events[group.items[0]])),
    make("span", {class: "kind"}, dot("Event"), plural(count, "event")), make("h3", {}, "Reported as"), draw()];
}

function linkPanel(link) {
  const ends = [link.source, link.target].map((key) => [key, contents.entities[key].name]);
  if (link.kind === "office") {
    return [closer(), make("h2", {}, "Office"), ...link.items.map((index) => officeCard(index))];
  }
  const {count, draw} = within(link.items, "statements", statementList);
  return [closer(), make("h2", {}, named(ends[0]), " about ", named(ends[1])),
    make("span", {class: "kind"}, plural(count, "statement")), make("h3", {}, "Newest first"), draw()];
}

function ranking(title, field, noun) {
  const ranked = Object.keys(contents.entities)
    .map((key) => [key, found.of(key)[field].filter((index) => isInDays(contents.statements[index])).length])
    .filter(([, number]) => number)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 10);
  if (!ranked.length) return [];
  return [make("h3", {}, title), make("ol", {class: "ranking"}, ...ranked.map(([key, number]) => make("li", {},
    dot(contents.entities[key].label), named([key, contents.entities[key].name]),
    make("span", {class: "number"}, plural(number, noun)))))];
}

function overviewPanel() {
  const newest = contents.statements.map((_, index) => index).filter((index) => isInDays(contents.statements[index]));
  return [make("h2", {}, "Overview"),
    make("p", {class: "hint"}, "Choose a name, a dot or a line to read what was said, word for word."),
    ...ranking("Most quoted", "says", "statement"),
    ...ranking("Most spoken about", "about", "statement"),
    make("h3", {}, "Newest statements"), statementList(newest)];
}
