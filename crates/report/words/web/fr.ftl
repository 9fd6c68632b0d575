# The words of the pages in the browser, in French; see en.ftl.

web-skip = Aller au contenu principal
web-nav = Pages de ce dossier
web-home = Accueil
web-check = Vérifier vos réponses
web-laws = Lois
web-people = Contributeurs
web-evidence = Éléments à l'appui
web-views = Vues
web-search = Recherche
web-import = Importer
web-export = Exporter
web-log = Journal
web-foot = Cette page vient d'un programme sur cet ordinateur. Rien n'est envoyé nulle part. Fermez le programme avec Ctrl-C dans sa fenêtre ; il s'arrête aussi de lui-même quand personne ne l'utilise.
web-read-only = Ouvert en lecture seule
web-error = Erreur
web-warning = Avertissement
web-there-is-a-problem = Il y a un problème
web-problem-title = Cela n'est pas possible
web-to-home = Retour à l'accueil
web-save = Enregistrer
web-save-next = Enregistrer et passer à la section suivante
web-add = Ajouter
web-change = Modifier
web-remove = Retirer
web-done = Terminé
web-all = Tous
web-nothing = rien
web-new = Nouveau
web-languages = Langue de ces pages

web-fault-no-page = il n'y a pas de page à cette adresse
web-fault-no-dossier = aucun dossier n'est ouvert
web-fault-no-dossier-hint = commencez un dossier ou ouvrez-en un sur la page de départ
web-fault-no-section = cette section ou ce questionnaire ne fait pas partie de l'examen ici
web-fault-no-question = cette question ne fait pas partie de l'examen ici
web-fault-no-code = il n'y a pas de message de ce nom
web-fault-no-item = cet élément ne se trouve pas dans ce dossier
web-fault-no-link = cette réponse n'a pas de lien avec l'élément
web-fault-no-answer = il n'y a pas de réponse à confirmer
web-fault-no-export = il n'y a rien à exporter
web-fault-erased = l'élément est effacé ; il n'en reste que l'empreinte
web-fault-examples = il y a déjà trop d'exemples
web-fault-list = la liste des modifications est abîmée ; choisissez le fichier à nouveau
web-fault-read-only = ce dossier est ouvert en lecture seule ; rien ne peut y être modifié
web-fault-ours = le programme a commis une erreur ; rien n'a été écrit à moitié
web-fault-wait = attendez que l'autre programme ait fini, puis réessayez
web-fault-folder = vérifiez que le dossier est là et que vous pouvez le lire
web-fault-backup = voyez la page « Vérifier vos réponses » ; les versions antérieures sont dans le répertoire .backup
web-fault-sent = ce formulaire a déjà été envoyé, ou le programme a redémarré entre-temps ; rien n'a été écrit
web-fault-sent-hint = revenez à la page, rechargez-la et regardez ce qui est enregistré
web-fault-large = ce qui a été envoyé dépasse ce que cette page accepte : 64 Mo pour un fichier, 2 Mo pour un formulaire ; rien n'a été écrit
web-fault-large-hint = vérifiez que c'est le bon fichier, et divisez-le si c'est le cas
web-fault-form = ce qui a été envoyé ne peut être lu comme un formulaire ; rien n'a été écrit
web-fault-host = ce programme ne répond pas sous ce nom
web-fault-origin = les requêtes qui viennent d'autres pages sont refusées
web-fault-key = ce navigateur n'a pas encore reçu l'accès
web-fault-key-hint = ouvrez l'adresse que le programme montre dans sa fenêtre ; elle commence par http://127.0.0.1 et donne l'accès à ce navigateur
web-fault-key-again = si cette fenêtre est fermée, relancez le programme avec « untoc serve --open » ; ce qui était enregistré ou conservé est toujours là

web-saved = Enregistré. Le journal permet de revenir en arrière.
web-saved-new = { $count ->
    [one] Enregistré. Votre réponse fait poser { $count } question de plus.
   *[other] Enregistré. Votre réponse fait poser { $count } questions de plus.
}
web-saved-nothing = Tout est enregistré.
web-saved-waits = Une partie de cette page n'est pas encore dans le dossier. Ce que vous avez écrit est conservé ; voyez les messages ci-dessous.
web-dropped = La réponse du dossier reste. L'autre texte a été abandonné.
web-joined = Les deux textes sont maintenant dans le formulaire. Retouchez-les et enregistrez.
web-undone = La dernière modification a été annulée.
web-redone = La modification a été rétablie.
web-nothing-undone = Il n'y a rien à annuler ni à rétablir.
web-imported = { $count ->
    [0] Aucune modification n'a été prise.
    [one] { $count } modification a été prise. Le journal permet de revenir en arrière.
   *[other] { $count } modifications ont été prises. Le journal permet de revenir en arrière sur l'ensemble.
}

web-home-title = Réponses : { $text }
web-progress = Questions obligatoires ayant une réponse
web-progress-legend = Seules comptent les questions posées compte tenu de vos réponses.
web-due-on = À rendre le { $text }
web-no-due = Aucune échéance n'est fixée.
web-next = Question suivante
web-go-on = Continuer à répondre
web-all-done = Toutes les questions obligatoires ont une réponse.
web-check-submission = Vérifier avant la transmission
web-found = Résultat de la vérification
web-count-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
web-count-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
web-count-notes = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}
web-count-overdue = { $count ->
    [one] { $count } contribution est en retard
   *[other] { $count } contributions sont en retard
}
web-count-proposed = { $count } à regarder
web-count-parked = { $count } de côté
web-whole = Lire tout le questionnaire
web-folder = Le dossier est le répertoire { $text }
web-focal-point = Point de contact : { $text }
web-other-dossier = Commencer ou ouvrir un autre dossier
web-unsaved-title = Certains textes ne sont pas encore dans le dossier
web-unsaved-text = Ils sont conservés. Ouvrez chaque question et décidez.

web-start = Départ
web-start-title = Répondre aux questionnaires sur la criminalité organisée
web-start-lead = Pour les réponses d'un État à propos de la Convention des Nations Unies contre la criminalité transnationale organisée et de ses trois Protocoles. Tout reste sur cet ordinateur.
web-door-begin = Commencer
web-door-begin-text = Créez le dossier d'un État : un répertoire avec toutes ses réponses.
web-state = État
web-instruments = Instruments examinés
web-clusters = Groupes thématiques examinés
web-due = Échéance, si elle est connue
web-language = Langue des réponses
web-focal-point-label = Point de contact : un nom ou un service, si vous voulez
web-folder-label = Nom du répertoire
web-folder-hint = Il est créé dans { $text }. Si vous laissez ce champ vide, un nom est choisi pour vous.
web-begin = Créer le dossier
web-door-open = Ouvrir
web-open-here = Dossiers de ce répertoire
web-open = Ouvrir
web-open-other = Répertoire d'un dossier ailleurs
web-open-folder = Ouvrir ce répertoire
web-door-example = Voir un exemple
web-door-example-text = Crée le dossier d'Exampleland, un État inventé, avec des réponses, des lois et des contributeurs. Supprimez le répertoire quand vous en avez assez vu.
web-example = Créer l'exemple
web-door-check = Vérifier un fichier de données
web-door-check-text = Un tableau est-il bien formé, et peut-on y reconnaître une personne ? Aucun dossier n'est nécessaire.
web-no-state = indiquez l'État par son nom ou par son code de trois lettres
web-state-nearest = cet État n'est pas connu ; écrivez { $text } si c'est bien lui
web-no-scope = choisissez au moins un instrument et un groupe thématique
web-due-no-day = l'échéance n'est pas un jour ; écrivez l'année, le mois et le jour, comme 2027-05-31
web-no-folder = nommez le répertoire d'un dossier
web-no-dossier = il n'y a pas de dossier dans ce répertoire

web-section-asked = { $count ->
    [one] { $count } question est posée ici ;
   *[other] { $count } questions sont posées ici ;
}
web-section-done = { $count ->
    [one] { $count } a une réponse.
   *[other] { $count } ont une réponse.
}
web-section-not-asked = { $count ->
    [one] { $count } autre peut être posée selon vos réponses.
   *[other] { $count } autres peuvent être posées selon vos réponses.
}
web-pages = Pages de cette liste
web-page-at = Page { $text }
web-page-before = Page précédente
web-page-after = Page suivante
web-save-on = Enregistrer et passer à la page suivante
web-fault-other-dossier = cette page appartient à un autre dossier que celui qui est ouvert ; rien n’a été écrit
web-fault-other-dossier-hint = rouvrez le dossier de cette page depuis la page d’accueil, puis enregistrez
web-fault-import-changed = une réponse a changé depuis que la liste a été faite ; rien n’a été repris
web-fault-import-changed-hint = choisissez de nouveau le fichier et regardez la nouvelle liste
web-sections = Sections
web-question = Question { $text }
web-provision = article { $text }
web-required = nécessaire à la transmission
web-advised = réponse souhaitable
web-needed = nécessaire
web-why = Qu'est-ce que cela veut dire ?
web-evidence-hint = Quelles données pourraient appuyer cette réponse ?
web-row = Ligne { $count }
web-up = Monter
web-down = Descendre
web-add-row = Enregistrer et ajouter une ligne
web-to-laws = Registre des lois
web-paste = Coller des lignes d'un tableur
web-paste-label = Lignes d'un tableur
web-paste-hint = Copiez les cellules et collez-les ici ; elles deviennent des lignes à l'enregistrement. Colonnes : { $text }. Une première ligne avec ces titres peut les mettre dans un autre ordre.
web-more = Note, absence de réponse, éléments à l'appui et autres
web-note = Note
web-remarks = Remarques
web-note-label = Note, qui part avec la réponse
web-remarks-label = Remarques internes, qui ne partent pas
web-no-answer = S'il n'y a pas de réponse
web-no-answer-kind = Pourquoi il n'y a pas de réponse
web-no-answer-none = Il y a une réponse, ou elle est à venir
web-reason-label = La raison en quelques mots
web-elsewhere = Donnée dans un autre examen
web-audience-label = Qui peut voir la réponse
web-audience-usual = Comme d'habitude : les États participant à l'examen et le secrétariat
web-by-label = Qui a donné la réponse
web-links = Éléments à l'appui de cette réponse
web-link-new = Relier un élément
web-link-note = Où dans l'élément, ou pourquoi
web-stance = Ce qu'il montre
web-unlink = Retirer ce lien
web-clear = Vider cette réponse
web-history = Historique
web-history-of = Historique de { $text }
web-history-empty = L'historique ne contient aucune modification de cette réponse.
web-confirm = Confirmer
web-by = Donnée par { $text }
web-at = Répondu le { $text }
web-by-at = Donnée par { $text }, { $at }
web-no-entry = Pas encore de réponse
web-set-aside = { $count ->
    [one] { $count } réponse est mise de côté
   *[other] { $count } réponses sont mises de côté
}
web-set-aside-text = Leurs questions ne sont pas posées pour le moment. Les réponses sont conservées et n'entrent pas dans les rapports ; elles reviennent dès que la question est de nouveau posée.
web-set-aside-back = Pour la faire revenir, modifiez la réponse à
web-forget = Supprimer cette réponse

web-state-typing = pas encore enregistré
web-state-saving = enregistrement …
web-state-kept = conservé à
web-state-saved = enregistré à
web-state-waits = conservé, mais pas dans le dossier : enregistrez la page pour voir pourquoi
web-state-unsaved = Non enregistré. Le programme ne répond pas. Laissez cette page ouverte et relancez le programme ; l'enregistrement est retenté toutes les quelques secondes.
web-clash-both = il y a une réponse et une raison de ne pas en donner ; retirez l'une des deux
web-clash-reason = une raison est donnée, mais pas le type d'absence de réponse ; choisissez-le aussi
web-conflict = quelqu'un d'autre a modifié cette réponse pendant que vous écriviez ; les deux textes sont conservés, et vous décidez
web-conflict-title = Deux textes pour une réponse
web-conflict-text = Quelqu'un d'autre, ou une autre fenêtre, a modifié cette réponse depuis que vous avez commencé. Rien n'a été remplacé.
web-draft-title = Un texte qui n'est pas encore dans le dossier
web-draft-text = Il a été écrit à { $text } et conservé.
web-there = Dans le dossier
web-other-window = Écrit dans une autre fenêtre
web-mine-below = Votre texte se trouve dans les champs ci-dessous.
web-keep-mine = Enregistrer mon texte
web-keep-there = Garder le texte du dossier
web-join = Réunir les deux textes

web-laws-lead = Les réponses citent les lois de ce registre. Chaque loi y figure une fois.
web-laws-empty = Aucune loi n'est encore inscrite.
web-cited = { $count ->
    [one] Citée { $count } fois :
   *[other] Citée { $count } fois :
}
web-cited-nowhere = Citée par aucune réponse.
web-law-add = Ajouter une loi
web-law-change = Modifier une loi
web-law-title = Titre
web-law-kind = Type de texte
web-law-date = Date d'adoption ou d'entrée en vigueur, autant qu'on la connaît
web-date-hint = 2024, 2024-05 ou 2024-05-17
web-law-link = Où lire le texte (adresse web)
web-law-sherloc = Où il se trouve dans SHERLOC (adresse web)
web-law-language = Langue du texte, par exemple fr ou en
web-law-eli = Identifiant européen de la législation, s'il y en a un
web-law-ecli = Identifiant européen de la jurisprudence, s'il y en a un
web-law-no-title = indiquez le titre de la loi
web-law-no-link = une adresse web commence par https://
web-law-no-date = la date ne peut être lue ; écrivez 2024, 2024-05 ou 2024-05-17
web-law-no-id = aucun nom court ne peut être tiré de ce titre ; commencez-le par un mot en lettres latines
web-law-twice = une loi de ce nom figure déjà au registre ; modifiez celle-là, ou donnez à celle-ci un autre titre
web-law-cited = cette loi est citée et ne peut être retirée ; ôtez-la d'abord des réponses
web-laws-changed = quelqu'un d'autre a modifié le registre depuis que cette page a été faite ; rien n'a été écrit, regardez-le et enregistrez à nouveau

web-people-lead = Services et personnes qui donnent des réponses, ce qui est demandé à chacun et ce qui est en retard.
web-unassigned = { $count ->
    [one] { $count } question obligatoire n'est confiée à personne.
   *[other] { $count } questions obligatoires ne sont confiées à personne.
}
web-sent-on = Envoyé le { $text }
web-received-on = Reçu le { $text }
web-step-not-sent = non envoyé
web-step-sent = envoyé
web-step-received = reçu
web-step-complete = complet
web-mark-sent = Envoyé aujourd'hui
web-mark-received = Reçu aujourd'hui
web-unassign = Reprendre
web-form-for = Formulaire à envoyer :
web-no-tasks = Rien n'est encore confié.
web-assign-title = Confier une section
web-assign-what = Section
web-assign-to = À
web-assign-due = Échéance, si elle diffère de celle du dossier
web-assign = Confier
web-person-add = Ajouter un contributeur
web-person-name = Nom du service ou de la personne
web-person-contact = Comment le joindre, si vous voulez
web-person-id = Nom court
web-person-id-hint = Petites lettres, chiffres et traits d'union. Tiré du nom si vous laissez ce champ vide.
web-person-no-name = indiquez le nom
web-person-no-id = donnez un nom court de petites lettres, de chiffres et de traits d'union
web-person-twice = un contributeur de ce nom court est déjà dans la liste
web-person-unknown = choisissez un contributeur
web-person-has-tasks = quelque chose est encore confié à ce contributeur ; reprenez-le d'abord
web-task-unknown = choisissez une section ou une question qui fait partie de l'examen
web-task-no-date = la date n'est pas un jour ; écrivez l'année, le mois et le jour, comme 2027-05-31
web-nothing-to-do = rien n'a été choisi
web-settings-changed = quelqu'un d'autre a modifié les contributeurs depuis que cette page a été faite ; rien n'a été écrit, regardez-les et réessayez

web-check-lead-draft = Ce qui est là est-il juste ? Les lacunes ne comptent pas encore.
web-check-lead-submission = Tout ce qu'il faut pour la transmission est-il là ?
web-check-draft = Vérifier comme projet
web-check-clean = Rien n'a été trouvé.
web-check-error = { $count ->
    [one] { $count } erreur à corriger
   *[other] { $count } erreurs à corriger
}
web-check-warning = { $count ->
    [one] { $count } avertissement à examiner
   *[other] { $count } avertissements à examiner
}
web-check-note = { $count ->
    [one] { $count } remarque pour information
   *[other] { $count } remarques pour information
}
web-times = { $count } fois
web-why-title = Pourquoi cela compte
web-wrong = Faux
web-right = Juste
web-mend = Comment corriger

web-search-label = Mots des questions ou des réponses
web-hits = { $count ->
    [0] Rien n'a été trouvé
    [one] { $count } question a été trouvée
   *[other] { $count } questions ont été trouvées
}
web-open-tag = ouverte
web-views-lead = Les mêmes réponses vues à travers tous les instruments.

web-log-lead = Toutes les modifications, la plus récente d'abord. Rien ne se perd : une modification annulée peut être rétablie.
web-undo = Annuler la dernière modification
web-redo = Rétablir
web-taken-back = annulée
web-hidden-changes = et { $count } de plus
web-via-init = dossier créé
web-via-answer = réponse
web-via-fill = entretien
web-via-import = importation
web-via-evidence = éléments à l'appui
web-via-settings = réglages
web-via-undo = annulation de
web-via-redo = rétablissement de
web-via-outside = modifié hors de ce programme

web-export-lead = Les réponses plus confidentielles que ce que vous choisissez ici ne sortent pas, ni les remarques internes.
web-format = Format
web-blank = Un formulaire à remplir, à la place des réponses
web-only-questionnaire = Questionnaire
web-only-person = Seulement ce qui est demandé à ce contributeur
web-for-whom = Qui va le lire
web-export-do = Créer le fichier
web-import-lead = Reprenez un formulaire qu'un service a rempli. Vous voyez d'abord chaque modification, et vous choisissez.
web-import-file = Le fichier
web-import-look = Montrer ce qui changerait
web-import-of = Modifications dans { $text }
web-import-changes = { $count ->
    [0] Le fichier ne changerait rien.
    [one] Le fichier changerait { $count } réponse.
   *[other] Le fichier changerait { $count } réponses.
}
web-import-unchanged = { $count ->
    [0] { "" }
    [one] { $count } réponse est la même ici.
   *[other] { $count } réponses sont les mêmes ici.
}
web-import-by = Données par { $text } ; les réponses sont marquées comme proposées jusqu'à ce que vous les confirmiez.
web-import-conflict = La réponse d'ici est plus récente que celle du fichier. Prenez la modification seulement si le fichier a raison.
web-accept = Prendre cette modification
web-import-take = Prendre les modifications choisies
web-import-none = N'en prendre aucune
web-no-answers = il n'y a pas de réponse dans ce fichier
web-no-file = choisissez d'abord un fichier

web-evidence-lead = Les éléments à l'appui sont des données et des documents venus de l'extérieur, avec leur origine. Ce ne sont pas des preuves devant un tribunal.
web-check-file = Vérifier un fichier de données
web-check-file-text = Le fichier est vérifié sur cet ordinateur et n'est conservé nulle part.
web-data-file = Tableau (CSV)
web-checked = Ce qui a été trouvé dans { $text }
web-items = { $count ->
    [0] Éléments à l'appui dans ce dossier
    [one] { $count } élément à l'appui dans ce dossier
   *[other] { $count } éléments à l'appui dans ce dossier
}
web-items-empty = Il n'y en a pas encore.
web-item-unused = Relié à aucune réponse
web-item-linked = Le lien est enregistré.
web-item-unlinked = Le lien a été retiré.
web-item-added = L'élément est maintenant dans le dossier. Reliez-le aux réponses qu'il concerne.
web-item-removed = L'élément a été retiré. « Annuler la dernière modification », sur la page du journal, le fait revenir.
web-item-provider = De
web-item-contact = Contact
web-item-period = Période concernée
web-item-places = Lieux
web-item-unit = Ce qu'est une ligne ou un nombre
web-item-method = Comment les données ont été obtenues
web-item-limitations = Ce qu'il ne peut pas montrer
web-item-licence = Licence
web-item-sensitivity = Avec quel soin il doit être gardé
web-item-purpose = À quoi il peut servir
web-item-onward-use = À qui il peut être transmis
web-item-naming = Si le fournisseur peut être nommé
web-item-basis = Base juridique ou consentement
web-item-keep-until = Dernier jour où il peut être gardé
web-item-received = Reçu
web-item-digest = Empreinte du paquet
web-item-aside = Mis de côté
web-item-erased = Effacé
web-item-files = Fichiers
web-item-bytes = { $text } octets
web-item-checks = Résultat de la vérification
web-item-check = lignes : { $rows }, erreurs : { $errors }, avertissements : { $warnings }
web-item-unchecked = confidentialité non vérifiée
web-item-charts = Ce qu'il montre
web-item-charts-text = Les petits nombres sont omis ; les graphiques sont réservés à l'autorité.
web-item-no-charts = Aucun de ses tableaux n'a une forme qui se prête à un graphique.
web-item-links = Réponses auxquelles il est relié
web-item-link = Relier à une réponse
web-item-question = Question
web-item-question-hint = Son identifiant, par exemple untoc-5-q1
web-item-no-question = cette question ne fait pas partie de l'examen ici
web-item-no-stance = choisissez ce que l'élément montre au sujet de la réponse
web-item-receipt = Reçu pour le fournisseur (page web)
web-item-remove = Retirer cet élément
web-item-remove-text = Les liens des réponses vers lui disparaissent aussi. On peut le faire revenir.
web-word-ngo = organisation non gouvernementale
web-word-academia = université ou institut
web-word-private-sector = entreprise
web-word-intergovernmental = organisation intergouvernementale
web-word-government = autorité publique
web-word-media = journal ou radiodiffuseur
web-word-keep-public = tout le monde peut le voir
web-word-keep-restricted = il est destiné à l'autorité
web-word-keep-personal = ses lignes concernent des personnes, même si aucune n'est nommée
web-word-to-none = personne
web-word-to-secretariat = le secrétariat de l'examen
web-word-to-reviewing-states = les États qui examinent les réponses
web-word-to-public = tout le monde
web-word-named = par son nom
web-word-kind-only = seulement par le type d'organisation
web-word-unnamed = pas du tout
web-item-add = Prendre un élément à l'appui
web-item-choose = Choisissez un fichier ou un paquet
web-item-choose-text = Un tableau, un document ou un paquet (.zip) fait par un fournisseur. Il est d'abord examiné ; rien n'est écrit.
web-item-file = Fichiers
web-item-secret = Phrase secrète ou clé secrète
web-item-secret-hint = Seulement pour un paquet chiffré (.age). Elle sert à ouvrir le paquet et n’est écrite nulle part.
web-item-look = L'examiner
web-item-said = Ce que dit le fournisseur
web-item-no-table = Il ne contient aucun tableau qui puisse être vérifié.
web-item-waits = Il attend en mémoire jusqu'à ce que vous décidiez. Ce qui est marqué d'un * est nécessaire.
web-item-keep = Le prendre dans le dossier
web-item-gone = le fichier n'attend plus ; choisissez-le à nouveau
web-item-lacks = il manque : { $text }
web-item-title = Titre
web-item-provider-kind = Quel type d'organisation
web-item-period-label = Période concernée (2025, ou 2020..2025)
web-item-received-from = Reçu de, si c'est d'un autre
web-item-id = Nom court (tiré du titre si vide)

web-hint-answer-missing = répondez à la question, ou dites pourquoi il n'y a pas de réponse
web-hint-answer-advised-missing = répondez si vous pouvez
web-hint-answer-parked = laissez-la ; elle est conservée et ne sort pas, et revient quand la question est posée
web-hint-answer-not-an-option = choisissez l'une des options
web-hint-answer-wrong-type = videz la réponse et donnez-la à nouveau
web-hint-answer-empty-text = écrivez ce qui doit s'y trouver, ou retirez le texte vide
web-hint-answer-empty-list = ajoutez ce qui manque, ou dites pourquoi il n'y a rien
web-hint-answer-and-no-answer = gardez l'une des deux : la réponse, ou la raison de ne pas en donner
web-hint-reason-missing = donnez la raison en quelques mots
web-hint-reason-without-no-answer = choisissez pourquoi il n'y a pas de réponse, ou mettez le texte dans la note
web-hint-elsewhere-misplaced = choisissez « donnée ailleurs » comme raison, ou retirez le renvoi
web-hint-gap-row-missing = ajoutez une ligne qui dit ce qui manque, ce qui est prévu et pour quand
web-hint-law-unknown = ajoutez la loi au registre, ou choisissez-en une qui s'y trouve
web-hint-law-not-cited = nommez la question à côté de la loi qui l'appuie, ou ajoutez-y une loi
web-hint-text-placeholder = écrivez la réponse, ou retirez le texte et dites pourquoi il n'y en a pas
web-hint-contributor-unknown = ajoutez le contributeur sur sa page, ou choisissez-en un de la liste
web-hint-import-unplaced = corrigez-le dans le fichier et choisissez-le à nouveau, ou saisissez-le à la main
web-hint-import-conflict = comparez les deux, et prenez la modification si le fichier a raison ; rien n'a été remplacé
web-hint-import-emptied = videz la réponse sur sa page si c'est bien voulu
