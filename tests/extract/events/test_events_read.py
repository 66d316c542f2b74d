# ruff: noqa: E501
"""Events of whole sentences, read with the packaged weights.

Each type has sentences that tell one and look-alikes that do not.
"""

import pytest

from kg.annotate.pipeline import load_pipeline
from kg.extract.events.events import events

pytestmark = pytest.mark.model

# type, mode, words of the trigger, actor, recipient ("" for none), sentence.
TOLD = [
    ("AGREE", None, "agreed", "Peru", "", "Peru agreed to send rice to Bolivia."),
    ("AGREE", None, "will send", "Norway", "Malawi", "Norway will send tents to Malawi."),
    ("AGREE", None, "pledged", "Canada", "Haiti", "Canada pledged $20 million to Haiti."),
    ("AGREE", None, "ready", "Egypt", "Israel", "Egypt is ready to meet Israel."),
    ("COERCE", "arrest", "re-arrested", "", "Lula", "Lula was re-arrested in Recife on Friday."),
    ("COERCE", "restrict", "re-imposed sanctions", "Canada", "Niger", "Canada re-imposed sanctions on Niger."),
    ("ASSAULT", "aerial", "air-strike", "", "Sirte", "Tutu condemned an air-strike on Sirte."),
    ("CONCEDE", None, "announced", "Ruto", "", "Ruto announced a weeklong cease-fire."),
    ("REQUEST", "yield", "pleaded", "Ruto", "Kigali", "Ruto pleaded with Kigali to withdraw its troops."),
    ("RETREAT", "withdraw", "withdraw", "Kigali", "", "Ruto pleaded with Kigali to withdraw its troops."),
    ("ACCUSE", "allege", "blamed", "Ruto", "", "Ruto blamed the weak currency in Kenya."),
    ("ASSAULT", None, "attacked", "Merkel", "Macron", "Merkel attacked Macron outside his home in Nantes, the court heard."),
    ("ACCUSE", "disapprove", "attacked", "Merkel", "Macron", "Merkel attacked Macron over taxes."),
    ("CONSULT", None, "met", "Merkel", "Macron", "Merkel met Macron in Berlin."),
    ("CONSULT", None, "met", "Merkel", "Macron", "Merkel and Macron met on Monday."),
    ("CONSULT", None, "held talks", "Kenya", "Sudan", "Kenya held talks with Sudan."),
    ("CONSULT", None, "talks", "Lula", "Biden", "Lula left Brazil after talks with Biden."),
    ("CONSULT", None, "spoke", "Secretary of State Antony Blinken", "Palestinian Authority President Mahmoud Abbas", "Secretary of State Antony Blinken spoke today with Palestinian Authority President Mahmoud Abbas."),
    ("CONSULT", "visit", "visited", "Obama", "Havana", "President Obama visited Havana."),
    ("CONSULT", "visit", "visit", "Nixon", "China", "Nixon's visit to China made history."),
    ("CONSULT", "phone", "phoned", "Modi", "Trudeau", "Modi phoned Trudeau on Friday."),
    ("CONSULT", "phone", "called", "Ruto", "Kagame", "Ruto called Kagame on Friday."),
    ("SUPPORT", None, "praised", "Tutu", "Mandela", "Tutu praised Mandela."),
    ("SUPPORT", None, "recognised", "Spain", "Kosovo", "Spain recognised Kosovo."),
    ("SUPPORT", None, "signed", "Chad", "Niger", "Chad signed a treaty with Niger."),
    ("SUPPORT", None, "apologised", "Japan", "Korea", "Japan apologised to Korea."),
    ("CONCEDE", None, "agreed", "Israel", "", "Israel agreed to withdraw its troops."),
    ("CONCEDE", None, "declared a ceasefire", "rebels", "", "The rebels declared a ceasefire."),
    ("COOPERATE", None, "shared", "France", "Mali", "France shared intelligence with Mali."),
    ("COOPERATE", None, "extradited", "Spain", "Italy", "Spain extradited him to Italy."),
    ("AID", None, "sent", "India", "Nepal", "India sent blankets and food to Nepal."),
    ("AID", None, "supplied", "Iran", "Syria", "Iran supplied Syria with weapons."),
    ("AID", None, "granted", "Ecuador", "Assange", "Ecuador granted asylum to Assange."),
    ("RETREAT", "release", "freed", "Libya", "nurses", "Libya freed the nurses."),
    ("RETREAT", "withdraw", "withdrew", "Syria", "", "Syria withdrew its troops in 2005."),
    ("RETREAT", "resign", "resigned", "Thatcher", "", "Thatcher resigned on Thursday."),
    ("RETREAT", None, "lifted", "Kenya", "Somalia", "Kenya lifted its ban on Somalia."),
    ("RETREAT", "release", "ordered the release", "court", "Ada Quill", "A court in Oslo ordered the release of Ada Quill."),
    ("RETREAT", None, "lifted", "Kenya", "Somalia", "Kenya lifted its blockade of Somalia."),
    ("ASSAULT", None, "killed", "rebels", "Twelve", "Twelve people were killed in an attack by rebels in Goma."),
    ("ASSAULT", None, "killed", "gunmen", "officers", "Nine officers were killed when gunmen attacked a convoy in Goma."),
    ("ACCUSE", "disapprove", "opposed", "Bo Moss", "Chad", "Two envoys, Ada Quill and Bo Moss, opposed Chad's plan."),
    ("COERCE", None, "banning", "Ada Quill", "anyone", "Ada Quill signed a decree banning anyone in a veil from entering schools."),
    ("REQUEST", "yield", "urged", "Paris", "Ankara", "Paris urged Ankara to free the men."),
    ("REQUEST", "meet", "called", "Gandhi", "", "Gandhi called for talks."),
    ("AGREE", None, "promised", "Norway", "families", "Norway promised the families money."),
    ("SANCTION", "convict", "fined", "Commission", "Orsova AG", "The European Commission has fined Orsova AG 90 million euros for fixing prices."),
    ("ASSAULT", None, "attacked", "Chad", "Mali", "It was Chad that attacked Mali."),
    ("CONSULT", "visit", "visit", "Ada Quill", "Mali", "Ada Quill was the first minister to visit Mali."),
    ("COERCE", "arrest", "detained", "Chad", "three", "Chad detained three."),
    ("REQUEST", "change", "demanded", "Peru", "Chile", "Peru demanded that Chile pay."),
    ("ASSAULT", None, "Clashes", "Libyan troops", "Turkish militants", "Clashes broke out in Tripoli between Libyan troops and Turkish militants."),
    ("ASSAULT", None, "attack", "Hamas", "Haifa", "Hamas claimed responsibility for the attack on Haifa."),
    ("CONSULT", None, "met", "Egypt", "Turkey", "The foreign ministers of Egypt and Turkey met in Doha."),
    ("CONSULT", None, "Negotiations", "Serbia", "Kosovo", "Negotiations may begin next week between Serbia and Kosovo."),
    ("CONSULT", "third-party", "launched a mediation effort", "bishop", "Chad", "The bishop launched a mediation effort between Chad and Sudan."),
    ("COERCE", "restrict", "enforcing UN sanctions", "Japan", "Iran", "Japan is enforcing UN sanctions on Iran."),
    ("RETREAT", None, "acquitted", "Judges", "Rodrigo Paz", "Judges in Lima acquitted Rodrigo Paz of fraud."),
    ("SANCTION", "discontinue", "announced a suspension", "Canada", "Niger", "Canada announced a suspension of aid in Niger."),
    ("SANCTION", "expel", "expulsion", "Rwanda", "Belgian", "Rwanda's expulsion of the Belgian ambassador angered Brussels."),
    ("ACCUSE", "investigate", "investigation", "", "Ida Ferro", "The paper printed details of the investigation into Ida Ferro."),
    ("REQUEST", "change", "advised", "mayor", "residents", "The mayor of Split advised residents of her city to leave."),
    ("REQUEST", "change", "calling", "Kenya", "Somalia", "Kenya is calling on Somalia to rebuild its schools."),
    ("ASSAULT", None, "attacked", "bomber", "checkpost", "A suicide car bomber attacked an army checkpost in Quetta."),
    ("ACCUSE", "disapprove", "led the White House attack", "Ida Ferro", "the tax plan", "Ida Ferro has led the White House attack on the tax plan."),
    ("ASSAULT", None, "died", "police | protesters", "nine people", "At least nine people died in clashes between police and protesters in Dhaka."),
    ("ASSAULT", None, "raid", "Boko Haram", "Lagos", "The raid on Lagos by Boko Haram was condemned by Kenya."),
    ("ACCUSE", "disapprove", "condemned", "Kenya", "Boko Haram", "The raid on Lagos by Boko Haram was condemned by Kenya."),
    ("AGREE", None, "agreed", "Canada", "Omar Khadr", "Canada agreed to pay Omar Khadr $10 million."),
    ("CONSULT", None, "meeting", "Modi", "Xi", "The meeting of Modi and Xi in Kazan lasted an hour."),
    ("SUPPORT", None, "signed", "Serbia", "Kosovo", "An agreement between Serbia and Kosovo was signed in Ohrid last March."),
    ("AGREE", None, "brokered", "United States", "Israel | Lebanon", "The United States brokered a ceasefire between Israel and Lebanon."),
    ("ACCUSE", "allege", "accused", "Kabul", "Islamabad", "Kabul accused Islamabad of lying."),
    ("ACCUSE", "disapprove", "condemned", "Turkey", "Burma", "Turkey condemned Burma's army."),
    ("ACCUSE", "allege", "sued", "Greece", "Siemens", "Greece sued Siemens."),
    ("ACCUSE", "disapprove", "attacked", "Sunak", "Starmer", "Sunak attacked Starmer over taxes."),
    ("ACCUSE", "disapprove", "attacked", "He", "Stacey Abrams", "He attacked Stacey Abrams again on Tuesday."),
    ("ASSAULT", None, "attacked", "He", "Stacey Abrams", "He attacked Stacey Abrams with a knife."),
    ("ACCUSE", "disapprove", "attack", "Tusk", "Orban", "Tusk's attack on Orban drew applause."),
    ("ACCUSE", "disapprove", "tore", "Ada", "Bo", "Ada tore into Bo over taxes."),
    ("ACCUSE", "disapprove", "came", "Bo", "Ada", "Ada came under fire from Bo over taxes."),
    ("ACCUSE", "disapprove", "fired", "Ada", "Oslo", "Ada fired a broadside at Oslo."),
    ("ACCUSE", "disapprove", "took", "Ada", "Oslo", "Ada took a swipe at Oslo."),
    ("ACCUSE", "disapprove", "condemned", "Paris", "", "Paris condemned the shelling of Aleppo."),
    ("ACCUSE", "disapprove", "condemned", "Arab League", "Chad", "The Arab League condemned Chad."),
    ("ACCUSE", "disapprove", "attacked", "Nokia", "Sony", "Nokia attacked Sony in an advert."),
    ("ACCUSE", "disapprove", "launched an attack", "Nokia", "Sony", "Nokia launched an attack on Sony's prices."),
    ("PROTEST", "riot", "stormed", "Protesters", "parliament", "Protesters stormed the parliament."),
    ("PROTEST", "riot", "burned", "Rioters", "hospital", "Rioters burned the hospital."),
    ("COERCE", "withhold", "withheld", "IMF", "Pakistan", "The IMF withheld a tranche of the loan to Pakistan."),
    ("MOBILIZE", "troops", "attacked", "troops", "base", "In the drill, Chadian troops attacked a base."),
    ("ACCUSE", "investigate", "investigating", "Police", "mayor", "Police are investigating the mayor."),
    ("REJECT", None, "rejected", "Sudan", "Ethiopia", "Sudan rejected Ethiopia's proposal."),
    ("REJECT", "assist", "failed", "Chad", "", "Chad failed to reach agreement on the border."),
    ("REJECT", "yield", "will not lift", "Oslo", "Chad", "Oslo will not lift its ban on Chad if Chad does not act."),
    ("SANCTION", "discontinue", "suspended", "Britain", "Chad", "Britain suspended the delivery of arms to Chad."),
    ("SANCTION", "withdraw", "ended", "Oslo", "Chad", "Oslo ended its talks efforts with Chad."),
    ("RETREAT", "release", "returned", "Denmark", "Peru", "Denmark returned a mummy to Peru."),
    ("MOBILIZE", "troops", "remained", "troops", "", "Chadian troops remained on alert after the raid."),
    ("COERCE", "arrest", "arrested", "Police", "sharpshooter", "Police arrested the sharpshooter Bo Reed."),
    ("REJECT", "yield", "refused", "Cuba", "", "Cuba refused to free the dissidents."),
    ("REJECT", "assist", "will not send", "Serbia", "Bosnia", "Serbia will not send aid to Bosnia."),
    ("THREATEN", "violence", "threatened", "Hamas", "Israel", "Hamas threatened to attack Israel."),
    ("THREATEN", "arrest", "threatened", "Police", "", "Police threatened to arrest the students."),
    ("THREATEN", "expel", "threatened", "Mali", "", "Mali threatened to expel French diplomats."),
    ("THREATEN", "territory", "threatened", "Iraq", "Kuwait", "Iraq threatened to annex Kuwait."),
    ("THREATEN", "restrict", "would impose sanctions", "it", "Belarus", "Poland said it would impose sanctions on Belarus."),
    ("PROTEST", "demo", "protested", "farmers", "government", "Thousands of farmers protested against the government."),
    ("PROTEST", "strike", "went", "Nurses", "", "Nurses went on strike on Monday."),
    ("PROTEST", "strike", "struck", "Pilots", "", "Pilots struck in Lisbon."),
    ("PROTEST", "strike", "walked out", "drivers", "", "Train drivers walked out in Milan."),
    ("PROTEST", "strike", "walked", "Welders", "", "Welders walked off the job in Turin."),
    ("PROTEST", "demo", "rallied", "Hundreds", "", "Hundreds rallied in Yerevan."),
    ("PROTEST", "boycott", "boycotted", "opposition", "", "The opposition boycotted the vote."),
    ("COERCE", "restrict", "imposed new sanctions", "Britain", "Myanmar", "Britain imposed new sanctions on Myanmar."),
    ("SANCTION", "discontinue", "paused", "Italy", "Niger", "Italy paused assistance to Niger."),
    ("SANCTION", "discontinue", "delaying", "Norway", "Mali", "Norway is delaying a shipment of bombs to Mali."),
    ("SANCTION", "discontinue", "holding back", "Oslo", "Mali", "Oslo is holding back money from Mali."),
    ("SANCTION", "discontinue", "put", "Norway", "Mali", "Norway put its loans to Mali on hold."),
    ("SANCTION", "expel", "declared", "Peru", "diplomats", "Peru declared two diplomats persona non grata."),
    ("ASSAULT", None, "raided", "herders", "Dosso", "Cattle herders raided the village of Dosso before dawn."),
    ("ASSAULT", None, "pelted", "Students", "embassy", "Students pelted the embassy with eggs."),
    ("COERCE", "withhold", "withheld", "bank", "Kenya", "The bank withheld aid from Kenya."),
    ("SANCTION", "discontinue", "funding", "Netherlands", "UNRWA", "The Netherlands stopped funding UNRWA."),
    ("ACCUSE", "disapprove", "summoned", "Sweden", "Iranian", "The Iranian charge d'affaires was summoned by Sweden."),
    ("SANCTION", "expel", "expelled", "Norway", "diplomats", "Norway expelled three diplomats."),
    ("SANCTION", "convict", "convicted", "court", "Noriega", "A court convicted Noriega."),
    ("SANCTION", "withdraw", "recalled", "Brazil", "", "Brazil recalled its ambassador from Israel."),
    ("MOBILIZE", "troops", "deployed", "Pakistan", "", "Pakistan deployed troops along the border."),
    ("MOBILIZE", "troops", "stayed", "troops", "Libya", "Chadian troops stayed on alert in Libya."),
    ("MOBILIZE", "weapons", "tested", "Iran", "", "Iran tested a ballistic missile on Sunday."),
    ("MOBILIZE", "weapons", "launch", "Pyongyang", "", "Pyongyang's missile launch failed."),
    ("COERCE", "arrest", "arrested", "Police", "journalists", "Police arrested two journalists."),
    ("COERCE", "seize", "seized", "Rebels", "airport", "Rebels seized the airport."),
    ("COERCE", "curfew", "imposed a curfew", "army", "", "The army imposed a curfew in Lagos."),
    ("COERCE", "deport", "deported", "Algeria", "migrants", "Algeria deported 400 migrants."),
    ("ASSAULT", None, "attacked", "Gunmen", "convoy", "Gunmen attacked a convoy in Mali."),
    ("ASSAULT", None, "invasion", "Iraq", "Kuwait", "Iraq's invasion of Kuwait began in August."),
    ("ASSAULT", None, "launched an offensive", "Rwanda", "Congo", "Rwanda launched an offensive against Congo."),
    ("ASSAULT", "abduct", "kidnapped", "militants", "tourists", "Armed militants kidnapped four tourists."),
    ("ASSAULT", "heavy-weapons", "shelled", "Serb", "Sarajevo", "Serb forces shelled Sarajevo."),
    ("ASSAULT", None, "killed", "Herders", "farmers", "Herders killed six farmers in Benue."),
    ("ASSAULT", "beat", "beat", "Guards", "Ada Quill", "Guards beat Ada Quill in Minsk."),
    ("ASSAULT", "firearms", "shot", "Soldiers", "student", "Soldiers shot a student."),
    ("ACCUSE", "allege", "alleged", "Tutu", "Lagos police", "Tutu alleged that he was beaten by Lagos police."),
    ("ACCUSE", "allege", "indictment", "", "his", "Lula made bail following his indictment on charges of fraud."),
    ("ASSAULT", None, "killed", "The Dhaka bombings", "twelve people", "The Dhaka bombings killed twelve people."),
    ("ASSAULT", None, "died", "police | protesters", "Two men", "Two men died in clashes between police and protesters."),
    ("COERCE", "seize", "raid", "", "Tutu", "Police found cash during the raid at Tutu's house."),
    ("REQUEST", "yield", "called", "Merkel", "", "Merkel called for the release of Tutu."),
    ("REQUEST", "yield", "demanded", "Merkel", "Tutu", "Merkel demanded the resignation of Tutu."),
    ("SANCTION", "convict", "found", "The court in Lyon", "Bo Moss", "The court in Lyon found Bo Moss guilty of failing to report the case."),
    ("SANCTION", "expel", "sacked", "Lula", "his entire cabinet", "Lula sacked his entire cabinet."),
    ("CONCEDE", None, "granted", "The council in Lagos", "Tutu", "The council in Lagos granted citizenship to Tutu."),
    ("COOPERATE", None, "began", "Chad | Mali", "Chad | Mali", "Chad and Mali began a new round of joint military exercises."),
    ("COOPERATE", None, "join", "Merkel", "Macron", "Merkel hopes to join forces with Macron."),
    ("RETREAT", None, "reinstated", "The king", "Tutu", "The king reinstated Tutu as prime minister."),
    ("SANCTION", "discontinue", "halted", "Oslo", "Kigali", "Oslo halted its mediation efforts with Kigali."),
]  # fmt: skip

# Type, and a sentence that looks like it but tells none.
UNTOLD = [
    ("ASSAULT", "Russia is waging a war of nerves against Poland."),
    ("ASSAULT", "Ruto apologised for the death of 27 children from meningitis."),
    ("ACCUSE", "The Belarusians deny wrongdoing."),
    ("ASSAULT", "Albares said the comments were an attack on Spain."),
    ("ASSAULT", "The cease-fire between Israel and Hamas collapsed."),
    ("AGREE", "Economists agree that prices fell."),
    ("CONSULT", "The factory met its targets."),
    ("CONSULT", "The plan met with criticism."),
    ("CONSULT", "A river visits the sea."),
    ("CONSULT", "Ruto called Kagame a liar."),
    ("SUPPORT", "Two pillars support the roof."),
    ("SUPPORT", "Mandela hails from Qunu."),
    ("SUPPORT", "The actress signed autographs."),
    ("CONCEDE", "The team declared its results."),
    ("COOPERATE", "Ada shared a photograph."),
    ("AID", "India sent a letter to Nepal."),
    ("AID", "The supplier sent blankets."),
    ("ASSAULT", "The battle between Apple and Samsung continues in court."),
    ("CONSULT", "Ida Ferro criticised the six-nation talks."),
    ("SANCTION", "Ida Ferro was found not guilty of killing Bo Moss."),
    ("ACCUSE", "Hamas claimed responsibility for killing two settlers near Hebron."),
    ("ACCUSE", "Hamas claimed responsibility for the attack on Haifa."),
    (
        "ASSAULT",
        "Two trains collided near Cairo on Monday, and 30 passengers were killed.",
    ),
    ("RETREAT", "The bank released its figures."),
    ("RETREAT", "She withdrew her savings."),
    ("RETREAT", "Scientists lifted the lid."),
    ("REQUEST", "The recipe calls for eggs."),
    ("ACCUSE", "The hotel charged ten dollars."),
    ("ACCUSE", "Fog was to blame."),
    ("REJECT", "The machine rejects coins."),
    ("THREATEN", "Rain threatened the harvest."),
    ("ASSAULT", "In the new epic, Rome attacks Athens."),
    ("ASSAULT", "As part of the war game, Oslo bombed Rome."),
    (
        "ASSAULT",
        "Wales beat Fiji 25-24. It was a tight match. Both sides fought for every inch.",
    ),
    ("RETREAT", "Chile surrendered 4-0."),
    ("PROTEST", "The study demonstrated a link."),
    ("PROTEST", "Lightning struck a tree."),
    ("SANCTION", "The director suspended the lamp."),
    ("MOBILIZE", "Apple launched a new phone."),
    ("MOBILIZE", "She sent a parcel."),
    ("COERCE", "Ada seized the chance."),
    ("COERCE", "The company imposed a fee."),
    ("ASSAULT", "Ada Quill beat Bo Moss in three sets."),
    ("ASSAULT", "Shell waged a price war on Total."),
    ("ASSAULT", "The earthquake killed forty people."),
    ("ASSAULT", "The singer hit the charts."),
    ("ASSAULT", "A heart attack killed the envoy in Lima."),
    ("ASSAULT", "The Lakers attacked the basket all night."),
    ("ASSAULT", "Djokovic battled Nadal for four hours in Paris."),
    ("ASSAULT", "Federer stormed into the final in London."),
    ("ASSAULT", "Google attacked Apple's market share in India."),
    ("ASSAULT", "Nigel Farage declared war on the European Court of Human Rights."),
    ("ACCUSE", "Verstappen attacked Hamilton on the final lap in Monza."),
    ("SANCTION", "Tesla fired 200 workers in Berlin."),
    ("ASSAULT", "A fire killed five girls in Oslo."),
    ("ASSAULT", "Scorching heat attacked students in Raleigh."),
    ("ASSAULT", "Leeds bombarded York and won 5-0."),
    ("ASSAULT", "Sony attacked Microsoft with a price cut."),
    ("ASSAULT", "In the film, Russia invades Norway."),
    ("SANCTION", "Berlin sacked their coach."),
    ("SANCTION", "Denver sacked Brady four times."),
    ("AID", "The Netherlands stopped funding UNRWA."),
    ("ASSAULT", "Two people were killed in a car crash."),
    ("ASSAULT", "Turkey fired its finance minister."),
    ("ACCUSE", "Merkel called Tutu a remarkable woman."),
    ("ACCUSE", "Lula claims he was assaulted."),
    ("ASSAULT", "Kvitova beat the German player in straight sets."),
    ("REQUEST", "Merkel called the decision for the late goal poor."),
]

FACTUALITY = [
    ("denied", "bombing", "Oslo ruled out bombing Rome."),
    ("actual", "attacked", "Rebels attacked the town."),
    ("reported", "attacked", "The mayor said rebels attacked the town."),
    ("reported", "attacked", "Rebels reportedly attacked the town."),
    ("hypothetical", "attack", "Rebels could attack the town."),
    ("hypothetical", "attack", "Rebels plan to attack the town."),
    ("hypothetical", "attack", "Rebels threatened to attack the town."),
    ("hypothetical", "attacks", "If Sudan attacks Chad, France will respond."),
    ("hypothetical", "invasion", "Poland fears an invasion by Russia."),
    ("denied", "attack", "Rebels did not attack the town."),
    ("denied", "attacking", "Rebels denied attacking the town."),
    ("denied", "attack", "Rebels refused to attack the town."),
    ("denied", "killing", "Ida Ferro was acquitted of killing Bo Moss."),
    ("denied", "killing", "Ida Ferro was found not guilty of killing Bo Moss."),
    ("denied", "killing", "Ida Ferro pleaded not guilty to killing Bo Moss."),
    ("reported", "killing", "Ida Ferro pleaded guilty to killing Bo Moss."),
    ("reported", "killing", "Ida Ferro was found guilty of killing Bo Moss."),
    ("hypothetical", "visit", "A visit to Hanoi by Emmanuel Macron was put off."),
    ("denied", "attacked", "No rebels attacked the town."),
    ("denied", "attacking", "Rebels left without attacking the town."),
]


@pytest.fixture(scope="module")
def read():
    pipeline = load_pipeline(threads=1)

    def found(text):
        return list(events(pipeline(text), (), None))

    return found


def names(arguments):
    return " | ".join(argument.text for argument in arguments)


@pytest.mark.parametrize(
    ("type_", "mode", "trigger", "actor", "recipient", "text"),
    TOLD,
    ids=[row[-1] for row in TOLD],
)
def test_events_reads_type_mode_and_roles(  # noqa: PLR0913
    read, type_, mode, trigger, actor, recipient, text
):
    matching = [
        event
        for event in read(text)
        if (event.type, event.mode, event.trigger.text) == (type_, mode, trigger)
    ]
    assert len(matching) == 1, read(text)
    (event,) = matching
    assert actor in names(event.actors)
    assert recipient in names(event.recipients)


@pytest.mark.parametrize(("type_", "text"), UNTOLD, ids=[row[-1] for row in UNTOLD])
def test_events_leaves_look_alikes_out(read, type_, text):
    assert type_ not in {event.type for event in read(text)}


@pytest.mark.parametrize(
    ("status", "trigger", "text"), FACTUALITY, ids=[row[-1] for row in FACTUALITY]
)
def test_events_tells_fact_from_claim_and_possibility(read, status, trigger, text):
    found = {event.trigger.text: event.factuality for event in read(text)}
    assert found.get(trigger) == status


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ten people, including Ada Quill, were arrested in Oslo.", True),
        ("Police in Oslo arrested ten people, among them Ada Quill.", True),
        ("Ada Quill was among ten people arrested in Oslo.", True),
        ("Ada Quill was one of three officers shot by rebels.", True),
        ("Ada Quill was not among the ten people arrested in Oslo.", False),
    ],
)
def test_events_names_who_is_said_to_be_in_a_group(read, text, found):
    (event,) = read(text)
    assert ("Ada Quill" in {each.text for each in event.recipients}) == found


def test_events_gives_place_of_named_city(read):
    (event,) = read("Police arrested two journalists in Lagos.")
    assert event.place is not None
    assert event.place.text == "Lagos"


def test_events_gives_the_place_of_who_strikes(read):
    (event,) = read("Bus drivers in Cork struck over pay.")
    assert event.place is not None
    assert event.place.text == "Cork"


def test_events_gives_the_place_of_whose_strike_it_is(read):
    (event,) = read("A strike by airport workers in Berlin cost millions.")
    assert event.place is not None
    assert event.place.text == "Berlin"


def test_events_take_no_part_of_the_trigger_for_a_recipient(read):
    (event,) = read("Gunmen opened fire near Peshawar on Tuesday.")
    assert event.trigger.text == "opened fire"
    assert event.recipients == ()


def test_events_gives_no_place_without_one(read):
    (event,) = read("Police arrested two journalists in anger.")
    assert event.place is None


def test_events_have_exact_offsets(read):
    text = "On Friday Kenya's army shelled Kismayo. Somalia condemned Kenya."
    found = read(text)
    assert found
    for event in found:
        spans = (event.trigger, event.evidence, *event.actors, *event.recipients)
        assert all(text[span.start : span.end] == span.text for span in spans)


def test_events_are_the_same_on_every_run(read):
    text = "Kenya sent troops to Somalia and accused Eritrea of arming rebels."
    assert read(text) == read(text)


def test_events_take_no_one_blamed_for_a_deed_for_whom_it_hit(read):
    found = read("Officials blamed the bombing on Hezbollah.")
    assert {e.type for e in found if "Hezbollah" in names(e.recipients)} == {"ACCUSE"}


REVIEW = "In the film, Ada Quill plays a judge. {} The film opens on Friday."


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("He kills a banker and kidnaps the mayor of Turin.", []),
        ("Police arrested the director in Turin in May.", ["COERCE"]),
    ],
)
def test_events_are_no_part_of_a_plot(read, told, found):
    assert [event.type for event in read(REVIEW.format(told))] == found
