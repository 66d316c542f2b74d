"""Hand-made corpora of a few words each."""
# ruff: noqa: E501 (rows of a treebank)

import json
from pathlib import Path

import pytest

GUM = """\
# newdoc id = GUM_news_one
# meta::genre = news
# newpar
# sent_id = 1
1	President	President	PROPN	NNP	Number=Sing	5	nsubj	_	Entity=(1-person-new-nnnnn-cf1-2,3-coref-Ada_Lovelace
2	Ada	Ada	PROPN	NNP	Number=Sing	1	flat	_	_
3	Lovelace	Lovelace	PROPN	NNP	Number=Sing	1	flat	_	Entity=1)
4	had	have	AUX	VBD	Tense=Past	5	aux	_	_
5	left	leave	VERB	VBN	Tense=Past	0	root	_	_
6	the	the	DET	DT	Definite=Def	7	det	_	Entity=(2-organization-new-nnnnn-cf2-2-sgl-University_of_Leeds
7	University	University	PROPN	NNP	Number=Sing	5	obj	_	_
8	of	of	ADP	IN	_	9	case	_	_
9	Leeds	Leeds	PROPN	NNP	Number=Sing	7	nmod	_	Entity=(3-place-new-nnnnn-cf3-1-sgl-Leeds)2)|SpaceAfter=No
10	.	.	PUNCT	.	_	5	punct	_	_

# newpar
# sent_id = 2
1	She	she	PRON	PRP	Person=3	2	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-ana-Ada_Lovelace)
2	met	meet	VERB	VBD	Tense=Past	0	root	_	_
3	Romans	Roman	PROPN	NNPS	Number=Plur	2	obj	_	Entity=(4-person-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

# newdoc id = GUM_vlog_two
# meta::genre = vlog
# sent_id = 3
1	Hi	hi	INTJ	UH	_	0	root	_	_

"""
CHAINS = """\
# begin document GUM_news_one
0	President	(7
1	Ada	_
2	Lovelace	7)
3	had	_
4	left	_
5	the	_
6	University	_
7	of	_
8	Leeds	_
9	.	_

10	She	(7)
11	met	_
12	Romans	_
13	.	_
# end document
# begin document GUM_vlog_two
0	Hi	_
# end document
"""

EWT = """\
# newdoc id = letters
# sent_id = first
1	Ada	Ada	PROPN	NNP	_	3	nsubj	_	_
2	had	have	AUX	VBD	_	3	aux	_	_
3	left	leave	VERB	VBN	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	town	town	NOUN	NN	_	3	obj	_	_

# sent_id = second
1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
2	took	take	VERB	VBD	_	0	root	_	_
3	walks	walk	NOUN	NNS	_	2	obj	_	_

# sent_id = third
1	Hello	hello	INTJ	UH	_	0	root	_	_

"""
ROWS = [
    {
        "sent_id": "first",
        "preds": [
            [1, "have.01", [["V", 1, 2]]],
            [2, "leave.01", [["ARG0", 0, 1], ["V", 2, 3], ["ARG1", 3, 5]]],
        ],
    },
    {"sent_id": "second", "preds": [[1, "take.LV", [["V", 1, 2]]]]},
    {"sent_id": "of another corpus", "preds": []},
]
FACTS = "sent_id\tword\tfactual\tconfidence\nfirst\t3\t1.5\t0.9\nthird\t7\t1.5\t1.0\n"
NOUNS = {
    "words": ["The", "attack", "on", "the", "building", "failed", "."],
    "nouns": {"1": {"eventive": 1.0}, "4": {"eventive": 0.0}},
}


@pytest.fixture
def gum_path(tmp_path: Path) -> Path:
    path = tmp_path / "gum.conllu"
    path.write_text(GUM, encoding="utf-8")
    return path


@pytest.fixture
def chains_path(tmp_path: Path) -> Path:
    path = tmp_path / "gum.conll"
    path.write_text(CHAINS, encoding="utf-8")
    return path


@pytest.fixture
def propbank_data(tmp_path: Path) -> Path:
    """Return a folder with three sentences of our own, two of them with roles."""
    files = {"events/qanom-train.jsonl": json.dumps(NOUNS)}
    for part in ("train", "dev"):
        files[f"ud/ewt-{part}.conllu"] = EWT
        files[f"events/uds-factuality-{part}.tsv"] = FACTS
        rows = "\n".join(map(json.dumps, ROWS))
        files[f"events/propbank-ewt-{part}.jsonl"] = rows
    for name, text in files.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"
