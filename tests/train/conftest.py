"""Hand-made corpora of a few words each."""
# ruff: noqa: E501 (rows of a treebank)

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
