"""Take judgements on entities in, or back, and make the graph what they say.

Judgements are nodes of the graph, so that they stay whatever articles come and go. All
that one changes is written in the transaction that takes it in.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from kg.errors import JudgementError
from kg.judgements.judgement import Judgement, checked, mentioned
from kg.judgements.rulings import Rulings
from kg.queries import load_query
from kg.resolve.across.lone_names import is_lone
from kg.resolve.across.name_forms import block_of
from kg.store.admission import INDEXED_BYTES, shown
from kg.store.engines.engine import Transaction, run_rows
from kg.store.joins.judged import Bench
from kg.store.joins.people import in_blocks
from kg.store.writing import write_again

Refused = list[tuple[Judgement, JudgementError]]


def judge(
    transaction: Transaction, judgements: Sequence[Judgement], *, all_or_none: bool
) -> Refused:
    """Take judgements in, and return those that others contradict, with the reason.

    What is judged so already is left as it is.
    """
    bench = _bench(transaction, judgements)
    new, refused = _admitted(bench.rulings, judgements)
    if refused and all_or_none:
        return refused
    _change(transaction, bench, added=new, removed=())
    return refused


def take_back(transaction: Transaction, judgements: Sequence[Judgement]) -> None:
    """Take judgements back: the graph is then as if they had not been made."""
    bench = _bench(transaction, judgements)
    _change(transaction, bench, added=(), removed=judgements)


def _bench(transaction: Transaction, judgements: Iterable[Judgement]) -> Bench:
    names = {name for each in judgements for name in (each.target, each.source)}
    whole = {mentioned(name)[0] for name in names}
    bench = Bench(transaction)
    bench.load(names | whole)
    return bench


def _admitted(
    rulings: Rulings, judgements: Sequence[Judgement]
) -> tuple[list[Judgement], Refused]:
    trial = Rulings(rulings)
    new: dict[str, Judgement] = {}
    refused: Refused = []
    for each in judgements:
        former = trial.get(each)
        if former and former.verdict == each.verdict:
            continue
        try:
            _check(trial, each)
        except JudgementError as error:
            refused.append((each, error))
        else:
            trial.add(each)
            new[each.key] = each
    return list(new.values()), refused


def _check(rulings: Rulings, judgement: Judgement) -> None:
    checked(judgement)
    for name in (judgement.target, judgement.source):
        if len(name.encode("utf-8", "surrogatepass")) > INDEXED_BYTES:
            raise JudgementError(f"{shown(name)}: too long to be found again")
    other = rulings.in_the_way(judgement)
    if other is not None:
        said = {"positive": "is", "negative": "is not", "unsure": "may be"}
        raise JudgementError(
            f"{judgement.source} {said[judgement.verdict]} {judgement.target}: "
            f"against judgement {other}"
        )


def _change(
    transaction: Transaction,
    bench: Bench,
    *,
    added: Sequence[Judgement],
    removed: Sequence[Judgement],
) -> None:
    before, after = bench.rulings, Rulings(bench.rulings)
    for each in removed:
        after.remove(each)
    for each in added:
        after.add(each)
    touched = sorted(_names_touched(before, after, (*added, *removed)))
    # Whoever is about to mention or judge one of them ends first, or begins again.
    claims = [{"key": name} for name in touched]
    run_rows(transaction, load_query("write.claim_entities"), claims)
    bench.hold()
    rows = [{"key": each.key, "properties": _properties(each)} for each in added]
    run_rows(transaction, load_query("write.judgement"), rows)
    gone = [{"key": each.key} for each in removed]
    run_rows(transaction, load_query("write.delete_judgements"), gone)
    articles = _articles(transaction, before, after, touched)
    run_rows(transaction, load_query("write.delete_claims"), claims)
    entities = {each.canonical(name) for each in (before, after) for name in touched}
    write_again(transaction, articles, entities)


def _properties(judgement: Judgement) -> dict[str, Any]:
    made = msgspec.structs.asdict(judgement) | {"key": judgement.key}
    return {name: value for name, value in made.items() if value is not None}


def _names_touched(
    before: Rulings, after: Rulings, judgements: Iterable[Judgement]
) -> set[str]:
    """Return all names that stand for an entity, before or after, judged here."""
    return {
        joined
        for judgement in judgements
        for name in (judgement.target, judgement.source)
        for rulings in (before, after)
        for joined in rulings.joined(name)
    }


def _articles(
    transaction: Transaction, before: Rulings, after: Rulings, names: Sequence[str]
) -> set[str]:
    """Return the articles that may mean another entity by one of these names."""
    entities, blocks, own = set(), set(), set()
    for name in names:
        whole, article = mentioned(name)
        if article is not None:
            if before.meant(article, whole) != after.meant(article, whole):
                own.add(article)
        elif before.canonical(name) != after.canonical(name):
            entities.add(before.canonical(name))
        # Whom a name means depends on what is judged of its family, too.
        if block := block_of(whole):
            entities.add(whole)
            blocks.add(block)
    found = _keys(transaction, "existing", [{"key": key} for key in sorted(own)])
    bearers = in_blocks(transaction, blocks)
    entities |= {key for key in bearers if is_lone(key)}
    mentioning = [{"key": key} for key in sorted(entities)]
    found |= _keys(transaction, "mentioning", mentioning)
    joined = [{"key": key} for key in sorted(bearers)]
    return found | _keys(transaction, "joined_alone", joined)


def _keys(
    transaction: Transaction, name: str, rows: Sequence[dict[str, Any]]
) -> set[str]:
    found = run_rows(transaction, load_query(f"judge.{name}"), rows)
    return {row["key"] for row in found}
