# The findings that pages in the browser show most often, in French; see ../en.ftl. What is
# missing here is said in English and marked as such.

nearest = écrivez { $nearest } si c'est bien ce que vous voulez dire

answer-missing = { $question } { $marked-given ->
        [yes] est marquée comme non évaluée
       *[no] n'a pas de réponse
    } ; il en faut une pour la transmission
answer-advised-missing = { $question } n'a pas de réponse ; il est conseillé d'en donner une
answer-parked = la réponse à { $question } est mise de côté, car la question n'est pas posée{ $because-given ->
        [yes] { " " }compte tenu de la réponse à { $because }
       *[no] { "" }
    }
answer-waiting = la réponse à { $question } attend la réponse à { $awaits }
    .hint = répondez d'abord à { $awaits } ; cette réponse est conservée entre-temps
answer-not-an-option = la réponse à { $question } est « { $value } » ; attendu : { $expected }
    .nearest = choisissez { $nearest } si c'est bien ce que vous voulez dire
answer-wrong-type = la réponse à { $question } est écrite d'une manière que cette question n'admet pas
answer-empty-text = { $column-given ->
        [yes] la ligne { $row } de la réponse à { $question } n'a rien de visible dans « { $column } »
       *[no] la réponse à { $question } n'a aucun caractère visible
    }
answer-empty-list = { $column-given ->
        [yes] la ligne { $row } de la réponse à { $question } a une liste vide dans « { $column } »
       *[no] la réponse à { $question } est une liste vide
    } ; attendu : au moins un élément
answer-and-no-answer = la réponse à { $question } contient à la fois une réponse et une raison de ne pas en donner
answer-not-a-date = { $column-given ->
        [yes] { $row-given ->
            [yes] ligne { $row } de la réponse à { $question } : « { $column } »
           *[no] « { $column } »
        }
       *[no] la réponse à { $question }
    } est « { $value } » ; attendu : une date telle que 2024, 2024-05 ou 2024-05-17
    .hint = écrivez ce que l'on sait de la date : l'année, l'année et le mois, ou le jour entier
answer-out-of-range = { $column-given ->
        [yes] { $row-given ->
            [yes] ligne { $row } de la réponse à { $question } : « { $column } »
           *[no] « { $column } »
        }
       *[no] la réponse à { $question }
    } est { $value } ; attendu : { $side ->
        [low] { $minimum } ou plus
        [high] { $maximum } ou moins
       *[other] un nombre de { $minimum } à { $maximum }
    }
    .hint = vérifiez le nombre et son unité, et écrivez-le en chiffres seulement
answer-repeated-option = { $column-given ->
        [yes] la ligne { $row } de la réponse à { $question } nomme deux fois « { $value } » dans « { $column } »
       *[no] la réponse à { $question } coche deux fois { $value }
    }
    .hint = ne le gardez qu'une fois
answer-exclusive-option = la réponse à { $question } coche { $value } avec d'autres options ; { $value } exclut les autres
    .hint = retirez { $value }, ou ne gardez que { $value }
reason-missing = { $question } est marquée { $value ->
        [not_assessed] comme non évaluée
        [not_applicable] comme sans objet
        [not_disclosed] comme non divulguée
        [postponed] comme reportée
        [given_elsewhere] comme donnée ailleurs
       *[other] comme sans réponse
    } et aucune raison n'est donnée
reason-without-no-answer = { $question } a une raison de ne pas répondre, mais n'est pas marquée comme sans réponse
elsewhere-misplaced = { $question } renvoie à un autre examen, mais n'est pas marquée comme donnée ailleurs
elsewhere-incomplete = { $question } a sa réponse dans un autre examen, et il manque : { $lacking }
    .hint = ajoutez le document et sa date, et dites ce qui a changé depuis, afin que le lecteur trouve la réponse et puisse s'y fier
gap-row-missing = le tableau { $question } n'a pas de ligne pour { $about }, dont la réponse laisse quelque chose en suspens
law-unknown = { $row-given ->
        [yes] la ligne { $row } de la réponse
       *[no] la réponse
    } à { $question } cite la loi « { $law } », qui n'est pas dans le registre
law-not-cited = aucune citation dans { $laws } n'appuie la réponse à { $question }
citation-without-provision = { $row-given ->
        [yes] la ligne { $row } de la réponse
       *[no] la réponse
    } à { $question } cite { $law-given ->
        [yes] { $law }
       *[no] une loi
    } sans dire quelle disposition
    .hint = ajoutez l'article, la section ou le paragraphe, par exemple « article 12, paragraphe 1 » ; pour la jurisprudence, le passage
text-placeholder = un texte de la réponse à { $question } ne fait que tenir la place et ne dit rien
contributor-unknown = le contributeur « { $value } » n'est pas dans la liste
import-unplaced = { $kind ->
        [value] { $field } de { $question } est « { $value } » ; attendu : { $fault ->
            [options] { $expected }
            [number] un nombre
            [whole-number] un nombre entier
            [date] une date qui ne se lit que d'une manière, comme 2024, 2024-05 ou 2024-05-17
           *[other] autre chose
        }
        [question] « { $question } » n'est une question d'aucun questionnaire, et sa réponse n'a pas pu être placée
       *[other] un texte du fichier n'a pas pu être placé{ $value-given ->
            [yes] { " " }: « { $value } »
           *[no] { "" }
        }
    }
import-conflict = la réponse à { $question } a été modifiée ici et dans { $file } depuis l'envoi du formulaire
import-emptied = le fichier n'a pas de réponse à { $names }, et il y en a une ici ; une importation n'efface rien
evidence-contradicts = l'élément { $item } contredit la réponse à { $question }, et la réponse n'a pas de note
    .hint = dites dans une note pourquoi la réponse est maintenue
evidence-unused = aucune réponse ne cite l'élément { $item }
edited-outside = { $file } a été { $kind ->
        [added] ajouté
        [removed] supprimé
       *[other] modifié
    } par un autre programme depuis la dernière écriture de celui-ci
    .hint = vérifiez la modification ; elle est conservée et sera inscrite dans l'historique à votre prochaine modification
date-in-future = { $column-given ->
        [yes] { $row-given ->
            [yes] ligne { $row } de la réponse à { $question } : « { $column } »
           *[no] « { $column } »
        }
       *[no] la réponse à { $question }
    } est { $value }, une date à venir
    .hint = vérifiez l'année ; mettez ce qui est prévu dans une question ou une colonne sur les projets

word-reference = où se trouve la réponse
word-date = quand elle y a été donnée
word-changes = ce qui a changé depuis

## Places and progress

place-article = article { $article }
place-cluster = groupe thématique { $cluster }
place-question = question { $number } ({ $id })
place-row = ligne { $row }
place-column = colonne { $column }
place-at = ligne { $line }, colonne { $column }
status-days-left = { $count ->
    [one] il reste { $count } jour
   *[other] il reste { $count } jours
}
status-days-over = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
status-today = à rendre aujourd'hui
