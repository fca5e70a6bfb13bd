"""The words for feelings that say by themselves how good or bad they are.

Some two dozen in each of en, fr, ro, pl, de and es, on the scale from -2 to 2. Any other word is legal and has no score.
"""

import unicodedata

_LISTED = {
    2: """
        delighted, thrilled, enthusiastic, excited, overjoyed
        ravi, ravie, enchanté, enchantée, enthousiaste, émerveillé, émerveillée
        încântat, încântată, entuziasmat, entuziasmată, fericit, fericită
        zachwycony, zachwycona, entuzjastyczny, entuzjastyczna, podekscytowany, podekscytowana
        begeistert, entzückt, hocherfreut
        encantado, encantada, entusiasmado, entusiasmada, emocionado, emocionada
    """,
    1: """
        happy, pleased, satisfied, content, relieved, confident, hopeful, reassured, curious, grateful, proud, calm
        heureux, heureuse, contente, satisfait, satisfaite, soulagé, soulagée, confiant, confiante, plein d'espoir,
        pleine d'espoir, rassuré, rassurée, curieux, curieuse, reconnaissant, reconnaissante, fier, fière, calme, serein,
        sereine
        bucuros, bucuroasă, mulțumit, mulțumită, ușurat, ușurată, încrezător, încrezătoare, plin de speranță,
        plină de speranță, liniștit, liniștită, curios, curioasă, recunoscător, recunoscătoare, mândru, mândră, calmă
        szczęśliwy, szczęśliwa, zadowolony, zadowolona, z ulgą, pewny siebie, pewna siebie, pełen nadziei, pełna nadziei,
        uspokojony, uspokojona, zaciekawiony, zaciekawiona, wdzięczny, wdzięczna, dumny, dumna, spokojny, spokojna
        glücklich, froh, zufrieden, erleichtert, zuversichtlich, hoffnungsvoll, beruhigt, neugierig, dankbar, stolz, ruhig,
        gelassen
        feliz, contento, contenta, satisfecho, satisfecha, aliviado, aliviada, confiado, confiada, esperanzado,
        esperanzada, tranquilo, tranquila, curioso, curiosa, agradecido, agradecida, orgulloso, orgullosa
    """,
    0: """
        neutral, indifferent, surprised
        neutre, indifférent, indifférente, surpris, surprise
        neutru, neutră, indiferent, indiferentă, surprins, surprinsă
        neutralny, neutralna, obojętny, obojętna, zaskoczony, zaskoczona
        gleichgültig, überrascht
        neutro, neutra, indiferente, sorprendido, sorprendida
    """,
    -1: """
        anxious, worried, nervous, uncertain, unsure, confused, impatient, disappointed, annoyed, bored, sceptical,
        skeptical, overwhelmed
        inquiet, inquiète, anxieux, anxieuse, nerveux, nerveuse, incertain, incertaine, confus, confuse, perdu, perdue,
        impatiente, déçu, déçue, agacé, agacée, lassé, lassée, sceptique, dépassé, dépassée
        îngrijorat, îngrijorată, neliniștit, neliniștită, anxios, anxioasă, nesigur, nesigură, confuz, confuză, nerăbdător,
        nerăbdătoare, dezamăgit, dezamăgită, iritat, iritată, plictisit, plictisită, sceptic, sceptică, copleșit, copleșită
        zaniepokojony, zaniepokojona, zmartwiony, zmartwiona, zdenerwowany, zdenerwowana, niepewny, niepewna,
        zdezorientowany, zdezorientowana, zagubiony, zagubiona, zniecierpliwiony, zniecierpliwiona, rozczarowany,
        rozczarowana, poirytowany, poirytowana, znudzony, znudzona, sceptyczny, sceptyczna, przytłoczony, przytłoczona
        besorgt, ängstlich, nervös, unsicher, verwirrt, ungeduldig, enttäuscht, genervt, verärgert, gelangweilt, skeptisch,
        überfordert
        preocupado, preocupada, ansioso, ansiosa, nervioso, nerviosa, inseguro, insegura, confundido, confundida, confuso,
        confusa, impaciente, decepcionado, decepcionada, molesto, molesta, aburrido, aburrida, escéptico, escéptica,
        agobiado, agobiada
    """,
    -2: """
        frustrated, angry, furious, desperate, alarmed, helpless
        frustré, frustrée, en colère, furieux, furieuse, désespéré, désespérée, alarmé, alarmée, impuissant, impuissante
        frustrat, frustrată, supărat, supărată, furios, furioasă, disperat, disperată, alarmat, alarmată, neputincios,
        neputincioasă
        sfrustrowany, sfrustrowana, zły, zła, wściekły, wściekła, zrozpaczony, zrozpaczona, przerażony, przerażona, bezsilny,
        bezsilna
        frustriert, wütend, verzweifelt, alarmiert, hilflos
        frustrado, frustrada, enfadado, enfadada, enojado, enojada, furioso, furiosa, desesperado, desesperada, alarmado,
        alarmada, impotente
    """,
}

_SPELLINGS = str.maketrans({"ş": "ș", "ţ": "ț", "’": "'"})


def _spell(word: str) -> str:
    """The one spelling under which a word is listed: composed letters, no capitals, Romanian commas below."""
    return unicodedata.normalize("NFC", word).casefold().translate(_SPELLINGS).strip()


WORDS: dict[str, int] = {
    _spell(word): score
    for score, words in _LISTED.items()
    for line in words.strip().replace(",\n", ",").splitlines()
    for word in line.split(",")
}
"""Each listed word, without capitals, with its score from -2 to 2."""


def implied(word: str) -> int | None:
    """The score from -2 to 2 that a listed word implies; nothing for any other word."""
    return WORDS.get(_spell(word))
