// Search by any form of a name, case and accents aside.

const search = document.getElementById("search");
const suggestions = document.getElementById("suggestions");
const searchable = entities.map((card, at) => ({
  at, card, forms: [card.name, ...card.aliases].map((form) => ({form, folded: fold(form)})),
}));
let marked = -1;

function matches(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const ranked = [];
  searchable.forEach(({at, card, forms}, order) => {
    const hits = forms.filter(({folded}) => folded.includes(wanted));
    if (!hits.length) return;
    const starts = hits.some(({folded}) => folded.startsWith(wanted) || folded.includes(` ${wanted}`));
    ranked.push({at, card, via: hits[0].form, rank: (starts ? 0 : 1e6) + order});
  });
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, 12);
}

function suggest() {
  const entries = matches(search.value);
  marked = entries.length ? 0 : -1;
  suggestions.replaceChildren(...entries.map(({at, card, via}, index) => make("li",
    {role: "option", id: `option-${index}`, "data-at": at, "aria-selected": String(index === marked),
      onmousedown: (event) => { event.preventDefault(); pick(at); }},
    sign(card.label), isolated(card.name), make("small", {}, via === card.name ? card.label : `“${via}”`))));
  if (!entries.length && search.value.trim()) {
    suggestions.append(make("li", {class: "none"}, contents.leftOut.length
      ? "No such name on this page; see below what it leaves out." : "No such name on this page."));
  }
  suggestions.hidden = !suggestions.childElementCount;
  search.setAttribute("aria-expanded", String(!suggestions.hidden));
  markOption();
}

function markOption() {
  const options = [...suggestions.querySelectorAll("[role=option]")];
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === marked)));
  if (options[marked]) {
    search.setAttribute("aria-activedescendant", options[marked].id);
    options[marked].scrollIntoView({block: "nearest"});
  } else search.removeAttribute("aria-activedescendant");
}

function closeSuggestions() {
  suggestions.hidden = true;
  search.setAttribute("aria-expanded", "false");
}

function pick(at) {
  search.value = entities[at].name;
  closeSuggestions();
  focusName(at);
}

search.addEventListener("input", suggest);
search.addEventListener("focus", () => { if (search.value) { search.select(); suggest(); } });
search.addEventListener("blur", closeSuggestions);
search.addEventListener("keydown", (event) => {
  const options = [...suggestions.querySelectorAll("[role=option]")];
  if (event.key === "Escape") {
    search.value = "";
    closeSuggestions();
  } else if (event.key === "Enter" && options[marked]) pick(Number(options[marked].dataset.at));
  else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
    event.preventDefault();
    marked = (marked + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
    markOption();
  }
});
