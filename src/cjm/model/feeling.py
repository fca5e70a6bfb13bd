"""The words for feelings that say by themselves how good or bad they are.

Some three dozen in each of en, fr, ro, pl, de and es, on the scale from -2 to 2. Any other word is legal and has no score.
"""

import unicodedata

_LISTED = {
    2: """
        delighted, thrilled, enthusiastic, excited, overjoyed
        ravi, ravie, enchanté, enchantée, enthousiaste, émerveillé, émerveillée
        încântat, încântată, entuziasmat, entuziasmată, entuziast, entuziastă, fericit, fericită
        zachwycony, zachwycona, entuzjastyczny, entuzjastyczna, pełen entuzjazmu, pełna entuzjazmu, podekscytowany,
        podekscytowana
        begeistert, entzückt, hocherfreut
        encantado, encantada, entusiasmado, entusiasmada, emocionado, emocionada, ilusionado, ilusionada
    """,
    1: """
        happy, pleased, satisfied, content, relieved, confident, hopeful, reassured, curious, interested,
        grateful, proud, calm, relaxed
        heureux, heureuse, contente, satisfait, satisfaite, soulagé, soulagée, confiant, confiante, plein d'espoir,
        pleine d'espoir, rassuré, rassurée, curieux, curieuse, intéressé, intéressée, reconnaissant, reconnaissante,
        fier, fière, calme, serein, sereine, détendu, détendue
        bucuros, bucuroasă, mulțumit, mulțumită, ușurat, ușurată, încrezător, încrezătoare, plin de speranță,
        plină de speranță, liniștit, liniștită, curios, curioasă, interesat, interesată, recunoscător, recunoscătoare,
        mândru, mândră, calmă, relaxat, relaxată
        szczęśliwy, szczęśliwa, zadowolony, zadowolona, z ulgą, pewny siebie, pewna siebie, pełen nadziei, pełna nadziei,
        uspokojony, uspokojona, zaciekawiony, zaciekawiona, zainteresowany, zainteresowana, wdzięczny, wdzięczna, dumny,
        dumna, spokojny, spokojna, odprężony, odprężona
        glücklich, froh, erfreut, zufrieden, erleichtert, zuversichtlich, hoffnungsvoll, beruhigt, neugierig, interessiert,
        gespannt, dankbar, stolz, ruhig, gelassen, entspannt
        feliz, contento, contenta, satisfecho, satisfecha, aliviado, aliviada, confiado, confiada, esperanzado,
        esperanzada, tranquilo, tranquila, curioso, curiosa, interesado, interesada, agradecido, agradecida, orgulloso,
        orgullosa, relajado, relajada
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
        skeptical, overwhelmed, dissatisfied, irritated, stressed, tired
        inquiet, inquiète, anxieux, anxieuse, nerveux, nerveuse, incertain, incertaine, confus, confuse, perdu, perdue,
        impatiente, déçu, déçue, agacé, agacée, lassé, lassée, sceptique, méfiant, méfiante,
        dépassé, dépassée, insatisfait, insatisfaite, mécontent, mécontente, stressé, stressée, fatigué, fatiguée
        îngrijorat, îngrijorată, neliniștit, neliniștită, anxios, anxioasă, nesigur, nesigură, confuz, confuză, nerăbdător,
        nerăbdătoare, dezamăgit, dezamăgită, iritat, iritată, plictisit, plictisită, sceptic, sceptică, copleșit, copleșită,
        derutat, derutată, neîncrezător, neîncrezătoare, nemulțumit, nemulțumită, stresat, stresată, obosit, obosită
        zaniepokojony, zaniepokojona, zmartwiony, zmartwiona, zdenerwowany, zdenerwowana, niepewny, niepewna,
        zdezorientowany, zdezorientowana, zagubiony, zagubiona, zniecierpliwiony, zniecierpliwiona, rozczarowany,
        rozczarowana, poirytowany, poirytowana, znudzony, znudzona, sceptyczny, sceptyczna, przytłoczony, przytłoczona,
        nieufny, nieufna, zawiedziony, zawiedziona, niezadowolony, niezadowolona, zirytowany, zirytowana, zniechęcony,
        zniechęcona, zestresowany, zestresowana, zmęczony, zmęczona
        besorgt, ängstlich, nervös, unsicher, verwirrt, ungeduldig, enttäuscht, genervt, verärgert, gelangweilt, skeptisch,
        überfordert, verunsichert, misstrauisch, unzufrieden, gestresst, müde
        preocupado, preocupada, ansioso, ansiosa, nervioso, nerviosa, inseguro, insegura, confundido, confundida, confuso,
        confusa, impaciente, decepcionado, decepcionada, molesto, molesta, aburrido, aburrida, escéptico, escéptica,
        agobiado, agobiada, desconfiado, desconfiada, insatisfecho, insatisfecha, irritado, irritada, estresado, estresada,
        cansado, cansada
    """,
    -2: """
        frustrated, angry, furious, desperate, alarmed, helpless
        frustré, frustrée, en colère, furieux, furieuse, désespéré, désespérée, alarmé, alarmée, impuissant, impuissante
        frustrat, frustrată, supărat, supărată, furios, furioasă, disperat, disperată, alarmat, alarmată, neputincios,
        neputincioasă
        sfrustrowany, sfrustrowana, zły, zła, wściekły, wściekła, zrozpaczony, zrozpaczona, przerażony, przerażona, bezsilny,
        bezsilna, bezradny, bezradna
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
