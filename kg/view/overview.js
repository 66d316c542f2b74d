// The panels of a name, of two, and of everything.

function closer() {
  return make("button", {type: "button", class: "back", onclick: clearChoice}, "Overview");
}

function within(indices, kind) {
  return indices.filter((index) => isInDays(contents[kind][index]));
}

function tieList(own) {
  return longList(own, ({other, force}) => make("li", {},
    make("button", {type: "button", class: "name", onclick: () => choose(state.person ?? state.about, other)}, isolated(entities[other].name)),
    make("small", {}, tieWords(force))), {class: "plainlist ties"}, "ul");
}

function tieWords({said, heard, acts, offices}) {
  return [[said, "said about"], [heard, "said back"], [acts, acts === 1 ? "event" : "events"], [offices, offices === 1 ? "office" : "offices"]]
    .filter(([number]) => number).map(([number, words]) => `${number.toLocaleString("en")} ${words}`).join(" · ");
}

function tiesOf(at) {
  return ties.filter(({first, second}) => first === at || second === at).map((tie) => {
    const {there, back, acts, offices, all} = strength(tie);
    const [other, said, heard] = tie.first === at ? [tie.second, there, back] : [tie.first, back, there];
    return {other, tie, force: {said, heard, acts, offices, all}};
  }).filter(({force}) => force.all).sort((a, b) => b.force.all - a.force.all);
}

function entityPanel(at) {
  const card = entities[at];
  const own = listed[at];
  const held = own.offices.map((index) => contents.offices[index]).filter(({holder}) => holder === at);
  const says = count(card.says);
  const about = count(card.about);
  const events = count(card.events);
  const tied = tiesOf(at);
  const related = contents.related[at];
  return [closer(),
    make("h2", {}, isolated(card.name)),
    make("span", {class: "kind"}, sign(card.label), [card.label, ...card.codes].join(" · ")),
    card.aliases.length ? make("p", {class: "aliases"}, "Also: ", ...joined(card.aliases.slice(0, 12).map(isolated), ", "),
      card.aliases.length > 12 ? ` and ${card.aliases.length - 12} more` : "") : "",
    ...held.slice(0, 3).map((office) => make("p", {class: "held"}, isolated(office.title || "office"), ", ", named(office.institution),
      status(office) ? ` (${status(office)})` : "")),
    tabs([
      {name: "Says", count: says, draw: () => statementList(within(own.says, "statements"), says, ["--speaker", argument(at)])},
      {name: "About", count: about, draw: () => statementList(within(own.about, "statements"), about, ["--about", argument(at)])},
      {name: "Links", count: tied.length, draw: () => tieList(tied)},
      {name: "Events", count: events, draw: () => eventList(within(own.events, "events"), events, at)},
      ...(own.offices.length ? [{name: "Offices", count: own.offices.length, draw: () => longList(own.offices, officeCard)}] : []),
      ...(related ? [{name: "Relations", count: related, draw: () => relationList(own.relations, related, at)}] : []),
      {name: "Articles", count: card.articles, draw: () => articleList(card)},
    ], state.person === null ? "About" : "Says"),
  ];
}

function between(speaker, subject) {
  const both = within(listed[speaker].says, "statements").filter((index) => contents.statements[index].about.includes(subject));
  const all = count(saidBetween(speaker, subject));
  const words = ["--speaker", argument(speaker), "--about", argument(subject)];
  return {name: `${entities[speaker].name} about ${entities[subject].name}`, count: all, draw: () => statementList(both, all, words)};
}

function pairPanel(one, other) {
  const tie = tieBetween(one, other);
  const acts = tie ? count(tie.acts) : 0;
  const events = within(listed[one].events, "events").filter((index) => listed[other].events.includes(index));
  const offices = tie ? tie.offices : [];
  const relations = listed[one].relations.filter((index) => listed[other].relations.includes(index));
  return [closer(), make("h2", {}, named(one), " about ", named(other)),
    tabs([
      between(one, other),
      between(other, one),
      {name: "Events", count: acts, draw: () => eventList(events, acts, one)},
      ...(offices.length ? [{name: "Offices", count: offices.length, draw: () => longList(offices, officeCard)}] : []),
      ...(relations.length ? [{name: "Relations", count: relations.length, draw: () => longList(relations, relationCard)}] : []),
    ])];
}

function ranking(title, side) {
  const ranked = entities.map((card, at) => [at, count(card[side])])
    .filter(([, number]) => number).sort(([, a], [, b]) => b - a).slice(0, 10);
  if (!ranked.length) return [];
  return [make("h3", {}, title), make("ol", {class: "ranking"}, ...ranked.map(([at, number]) => make("li", {},
    sign(entities[at].label), named(at), make("span", {class: "number"}, plural(number, "statement")))))];
}

function overviewPanel() {
  const newest = within(contents.statements.map((_, index) => index), "statements");
  return [make("h2", {}, "Overview"),
    make("p", {class: "hint"}, "Choose a name, a cell or a line to read what was said, word for word."),
    ...ranking("Most quoted", "says"),
    ...ranking("Most spoken about", "about"),
    make("h3", {}, "Newest statements"), statementList(newest, statementsWithin(), [])];
}

function statementsWithin() {
  return count(contents.days.dated) + count(contents.days.reported);
}

// The statements that the panel lists.
function listedNow() {
  const {person, about} = state;
  let own = contents.statements.map((_, index) => index);
  if (person !== null && about !== null) own = listed[person].says.filter((index) => contents.statements[index].about.includes(about));
  else if (person !== null) own = listed[person].says;
  else if (about !== null) own = listed[about].about;
  return within(own, "statements").map((index) => contents.statements[index]);
}
