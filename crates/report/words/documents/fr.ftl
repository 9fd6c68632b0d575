# Les mots des documents en français ; voir en.ftl.

## Listes

or-two = { $first } ou { $second }
or-middle = { $first }, { $second }
or-end = { $first } ou { $second }
and-two = { $first } et { $second }
and-middle = { $first }, { $second }
and-end = { $first } et { $second }
others = { $count ->
    [one] 1 autre
   *[other] { $count } autres
}

## Instruments

place-instrument = { $instrument ->
    [untoc] Convention
    [tip] Protocole relatif à la traite des personnes
    [som] Protocole relatif au trafic illicite de migrants
    [fp] Protocole relatif aux armes à feu
   *[other] { $instrument }
}

## Conditions

part-and-two = { $first }, et { $second }
part-and-middle = { $first }, { $second }
part-and-end = { $first }, et { $second }
part-or-two = { $first }, ou { $second }
part-or-middle = { $first }, { $second }
part-or-end = { $first }, ou { $second }
condition-asked = question posée si { $condition }
condition-is = la réponse à { $questions } est { $values }
condition-includes = la réponse à { $questions } comprend { $values }
condition-all-are = les réponses à { $questions } sont chacune { $values }
condition-all-include = les réponses à { $questions } comprennent chacune { $values }
condition-any-is = la réponse à au moins une des questions { $questions } est { $values }
condition-any-includes = la réponse à au moins une des questions { $questions } comprend { $values }
condition-answered = { $questions } a reçu une réponse
condition-all-answered = { $questions } ont reçu une réponse
condition-any-answered = au moins une des questions { $questions } a reçu une réponse
condition-is-not = la réponse à { $question } est autre que { $values }
condition-includes-none = la réponse à { $question } ne comprend pas { $values }
condition-leaves-out = la réponse à { $question } ne comprend pas tout ce qui suit : { $values }
condition-not-answered = { $question } n’a pas reçu de réponse
condition-not = la condition suivante n’est pas remplie : { $condition }

## Mots du modèle

kind-implementation = oui, en partie ou non
kind-yes_no = oui ou non
kind-single = l’une des options
kind-multiple = une ou plusieurs des options
kind-text = un texte
kind-number = { $unit-given ->
    [yes] un nombre ({ $unit })
   *[no] un nombre
}
kind-date = une date, aussi précise que connue : 2024, 2024-05 ou 2024-05-17
kind-laws = des textes de loi, chacun avec la disposition
kind-cases = des affaires ou des exemples
kind-authorities = des autorités
kind-table = les lignes d’un tableau
cell-text = texte
cell-integer = nombre entier
cell-number = nombre
cell-date = date, aussi précise que connue
cell-choice = l’une des options
cell-link = adresse web
cell-texts = un ou plusieurs textes
cell-law = un texte du registre des lois
cell-questions = identifiants de questions
cell-required = nécessaire dans chaque ligne
obligation-mandatory = obligatoire (l’État doit)
obligation-conditional = conditionnelle (l’État doit, dans le cadre de son système juridique ou de ses moyens)
obligation-optional = facultative (l’État peut, ou doit envisager)
required-yes = une réponse est nécessaire pour la soumission
required-advised = une réponse est recommandée
required-no = peut rester sans réponse
lens-gender = genre
lens-human_rights = droits humains
lens-victim_centred = point de vue des victimes
lens-technical_assistance = assistance technique
lens-data_collection = collecte de données
lens-national_strategy = stratégie nationale
lens-civil_society = société civile
no_answer-not_assessed = non évalué
no_answer-not_applicable = sans objet
no_answer-not_disclosed = non communiqué
no_answer-postponed = reporté
no_answer-given_elsewhere = déjà communiqué ailleurs
audience-national = les seules autorités nationales
audience-review = les États participant à l’examen et le secrétariat
audience-public = le public
status-proposed = proposé
status-draft = projet
status-confirmed = confirmé
stance-supports = étaye la réponse
stance-contradicts = contredit la réponse
stance-context = donne le contexte
state-asked = posée
state-waiting = dépend de la réponse à une question précédente
state-not_asked = non posée

## Rapports

document-title = Réponse : { $state }
document-state = État partie
document-questionnaires = questionnaires
document-language = langue des réponses
document-focal-point = point de contact
document-as-of = situation au
document-due = échéance
document-audience = destinataires
document-contributor = contributeur
document-wording = Les questions sont formulées par cet outil ; ce ne sont pas celles du questionnaire officiel.
document-part = { $instrument }. Groupe thématique { $cluster } : { $title }
document-section = Article { $article }. { $title }
document-provision = Article { $provisions }
document-not-answered = pas encore de réponse
document-supports = à l’appui de
document-laws = Textes de loi cités
document-cited-under = cité sous
document-not-in-register = { $law } (absent du registre des lois)
document-contents = Table des matières
document-skip = Aller au contenu
document-nothing = aucune réponse à ce jour
document-findings = Résultats de la vérification
document-no-findings = rien à signaler
document-left-out = Ce que ce document ne contient pas
document-left-out-private = { $count ->
    [one] 1 réponse qui n’est pas destinée à ces lecteurs
   *[other] { $count } réponses qui ne sont pas destinées à ces lecteurs
}
document-left-out-set-aside = { $count ->
    [one] 1 réponse mise de côté, ou qui dépend d’une question précédente
   *[other] { $count } réponses mises de côté, ou qui dépendent d’une question précédente
}
document-left-out-unknown = { $count ->
    [one] 1 réponse à une question qui n’existe pas dans le questionnaire
   *[other] { $count } réponses à des questions qui n’existent pas dans le questionnaire
}

## Lois

law_kind-constitution = constitution
law_kind-act = loi
law_kind-regulation = règlement
law_kind-code = code
law_kind-case_law = jurisprudence
law_kind-policy = politique
law_kind-other = autre texte

## Parties d’une réponse

field-value = réponse
field-no_answer = absence de réponse
field-reason = motif
field-elsewhere_reference = communiqué dans
field-elsewhere_date = communiqué le
field-elsewhere_changes = changements depuis lors
field-note = note
field-remarks = remarques internes
field-evidence = éléments de preuve
field-audience = peut être vu par
field-status = état d’avancement
field-by = réponse donnée par
field-at = réponse donnée le
field-language = langue
field-more = autres champs

## Comment remplir un champ

expected-choice = l’une de ces valeurs : { $options }
expected-option = { $value } = { $label }
expected-ticks = une ou plusieurs de ces valeurs, séparées par ; : { $options }
expected-ticks-alone = une ou plusieurs de ces valeurs, séparées par ; : { $options } ({ $alone } uniquement seule)
expected-text = texte
expected-number = nombre
expected-whole-number = nombre entier
expected-unit = { $expected } ({ $unit })
expected-least = { $expected }, { $minimum } ou plus
expected-most = { $expected }, { $maximum } ou moins
expected-range = { $expected }, de { $minimum } à { $maximum }
expected-date = date aussi précise que connue : 2024, 2024-05 ou 2024-05-17
expected-link = adresse web commençant par https://
expected-texts = un ou plusieurs textes, séparés par ;
expected-law = identifiant ou titre d’un texte du registre des lois
expected-questions = identifiants de questions, séparés par ; : { $options }
expected-rows = remplir les lignes ci-dessous, une par cellule
expected-evidence = une ligne par élément : supports, contradicts ou context, son identifiant, deux-points, une note

## Formulaires

form-title = Questions adressées à l’État : { $state }
form-asks = demandé par
form-asked = adressé à
form-state = État partie
form-about = objet
form-what = contenu
form-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
form-due = réponse attendue le
form-return = à renvoyer à
form-id = formulaire
form-how = Comment remplir ce formulaire
form-how-answer = Écrivez dans les cases vides à côté de chaque question. Les autres textes sont des explications et n’ont pas à être modifiés.
form-how-condition = Lorsqu’une question indique quand elle est posée, n’y répondez que si c’est le cas.
form-how-no-answer = Si vous ne pouvez pas répondre, indiquez de quelle absence de réponse il s’agit et pourquoi.
form-how-rows = Lorsqu’une réponse comporte des lignes, utilisez une ligne par élément ; laissez les autres vides et ajoutez-en s’il en manque.
form-how-date = Écrivez les dates aussi précisément que vous les connaissez : 2024, 2024-05 ou 2024-05-17.
form-how-names = N’écrivez aucun nom de victime, de témoin ni de suspect.
form-how-keep = Conservez les identifiants des questions, afin que vos réponses retrouvent leur place.
form-how-return = Enregistrez le fichier et renvoyez le fichier lui-même, et non une impression ou une numérisation.
form-how-return-by = Enregistrez le fichier et renvoyez le fichier lui-même avant le { $date }, et non une impression ou une numérisation.
form-sections = Sujets abordés
form-section-line = { $title } ({ $count ->
    [one] 1 question
   *[other] { $count } questions
})
form-given = Réponses données ailleurs, pour lecture seulement

## Un formulaire dans un navigateur

page-no-script = Les scripts sont désactivés dans ce navigateur. Vous pouvez lire et imprimer ce formulaire, mais non y enregistrer de réponses ; ouvrez-le dans un autre navigateur pour le remplir.
page-how-save = Appuyez sur « Enregistrer mes réponses » aussi souvent que vous le souhaitez. Cela crée un fichier ; renvoyez ce fichier, et non cette page.
page-how-copy = Pendant que vous écrivez, ce navigateur conserve une copie de secours de vos réponses. Enregistrez tout de même : un navigateur peut la perdre, et d’autres utilisateurs de cet ordinateur pourraient la lire.
page-bar = Avancement et enregistrement
page-save = Enregistrer mes réponses
page-open = Ouvrir des réponses enregistrées
page-open-sure = Ce que vous avez écrit depuis le dernier enregistrement sera remplacé. Ouvrir le fichier ?
page-show-all = Afficher aussi les questions qui ne sont pas posées
page-progress = Réponses données : { $answered } sur { $count } nécessaires
page-set-aside = Conservées, bien que la question ne soit plus posée : { $count }
page-saved = Enregistré sous { $file }. Renvoyez ce fichier.
page-saved-troubles = Enregistré sous { $file }. Points à revoir avant de le renvoyer : { $count }
page-opened = Les réponses de { $file } ont été ouvertes.
page-other-form = { $file } contient les réponses à un autre formulaire.
page-not-answers = { $file } ne contient pas de réponses enregistrées.
page-copy = Copie de secours
page-restore-offer = Ce navigateur a conservé une copie de secours de vos réponses, du { $time }.
page-restore = La rétablir
page-discard = La supprimer
page-restored = La copie de secours a été rétablie.
page-discarded = La copie de secours a été supprimée.
page-copy-left = Ce navigateur conserve encore une copie de secours de vos réponses. Supprimez-la si d’autres personnes utilisent cet ordinateur.
page-no-copy = Ce navigateur ne conserve pas de copie de secours. Enregistrez souvent.
page-appeared = Questions désormais posées : { $questions }
page-add-row = Ajouter une ligne
page-row = Ligne { $row }
page-remove-row = Retirer la ligne { $row }
page-remove-sure = La ligne { $row } n’est pas vide. La retirer ?
page-row-removed = La ligne { $row } a été retirée.
page-clear = Annuler mon choix
page-choose = (choisir)
page-cannot = Je ne peux pas répondre
page-note = Ajouter une note
page-troubles = Points à revoir
page-trouble-number = Écrivez un nombre, par exemple 12 ou 3,5
page-trouble-whole = Écrivez un nombre entier, par exemple 12
page-trouble-least = Écrivez { $minimum } ou plus
page-trouble-most = Écrivez { $maximum } ou moins
page-trouble-date = Écrivez la date aussi précisément que vous la connaissez : 2024, 2024-05 ou 2024-05-17
page-trouble-link = Écrivez une adresse web commençant par https://
page-trouble-both = Il y a une réponse et un motif d’absence de réponse. Ne gardez que l’un des deux
page-trouble-reason = Indiquez pourquoi il n’y a pas de réponse
page-trouble-elsewhere = Indiquez-le aussi, afin que le lecteur retrouve la réponse
page-trouble-cell = Cette information est également nécessaire dans cette ligne

## Options et colonnes propres à une sorte de question

option-yes = Oui
option-in_part = Oui, en partie
option-no = Non
column-law = Texte de loi
column-provision = Disposition
column-summary-laws = Ce qu’elle prévoit
column-questions = À l’appui des réponses à
column-authority = Juridiction ou autorité
column-reference = Référence
column-date = Date
column-summary = Résumé
column-link = Lien
column-name = Nom
column-address = Adresse postale
column-email = Courriel
column-phone = Téléphone
column-languages = Langues acceptées
column-urgent = Contact d’urgence

## Formulaires Word et Excel

form-footer = Formulaire { $id }
form-question = question
form-choose = choisir
form-date = date
form-one-of = l’une de ces valeurs : { $options }
form-tick = cocher tout ce qui s’applique
form-needed = nécessaire dans chaque ligne
form-rows-below = Remplissez le tableau ci-dessous.
form-elsewhere = Réponses données dans un autre examen
form-elsewhere-how = Si vous choisissez « déjà communiqué ailleurs », indiquez ici dans quel examen, quand, et ce qui a changé depuis lors.
form-laws = Textes du registre des lois
form-laws-how = Une citation désigne un texte par son identifiant ou par son titre. Désignez les autres par leur titre.
workbook-sheet-cover = Début
workbook-sheet-article = Art. { $article }
workbook-sheet-rows = { $sheet } – lignes
workbook-id = Identifiant
workbook-question = Question
workbook-expects = Réponse : { $expected }
workbook-choose-title = Choisir
workbook-choose = choisissez un élément de la liste
workbook-choose-law = choisissez un texte du registre des lois, ou écrivez le titre d’un autre texte
workbook-not-listed = seuls les éléments de la liste peuvent être relus ; écrivez le reste dans la note
workbook-write-title = Comment répondre
workbook-unexpected = attendu : { $expected }
workbook-tick-title = Cocher
workbook-tick = écrivez x à côté de chaque élément qui s’applique
workbook-alone = { $label } (uniquement seul)
workbook-rows-there = à écrire sur la feuille « { $sheet } »
workbook-continued = (suite de la ligne précédente)
workbook-how = Seules les cases jaune pâle sont à remplir. Pour ajouter une ligne, insérez-la sous la dernière ligne de son tableau.

## The official order

official-how = Copiez la réponse à chaque point dans la plateforme officielle, et cochez-le quand il est saisi. Seul ce navigateur retient ce qui a été coché.
official-copy = Copier
official-copied = copié
official-copy-failed = le navigateur a refusé de copier ; sélectionnez le texte et copiez-le à la main
official-entered = Saisi
official-tally = #1 sur #2 saisis
official-missing = Pas encore de réponse :
official-unused = Réponses qu’aucun point ne reprend
official-unmapped = aucune question de cet outil ne répond à ce point
official-not-asked = question non posée, compte tenu des autres réponses
official-open = réponse encore incomplète
official-separator = ,
