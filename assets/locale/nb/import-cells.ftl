# What cells of workbooks say besides their values: hidden sheets, number formats, formulas.

# Svarene
percent-share = Andeler: 0,0336 er 3,36 %
percent-other = Noe annet enn prosent
percent-points = Prosent: 0,0336 er 0,0336 %
time-unit-minutes = Minutter
time-unit-hours = Timer

# Spørsmålene
import-ask-stamps = Tider som «{ $example }» slutter på Z. Noen systemer skriver norsk klokketid slik, andre UTC. Velg hva som gjelder for dette systemet
import-ask-goal-unit = Tallene for { $goals } sier ikke om de er prosent ({ $cell }). Målene har plass til prosent alene. Velg hva tallene er. Er bare noen av dem prosent, skriv % i de cellene
import-goal-percent = Tallene er prosent
import-goal-other = Tallene er noe annet, som antall, dager eller kroner, og tas ikke med
import-ask-percent = Kolonnen «{ $heading }» har prosent, men ingen tall over 1 («{ $example }»). Velg om tallene er andeler eller prosent
import-ask-time-unit = Overskriften «{ $heading }» sier ikke om tiden er i timer eller minutter, og tallene («{ $example }») ligner timer. Velg hva som gjelder

# Det som blir fortalt
import-hidden-sheet = Arket er skjult i arbeidsboka og er ikke lest. Les de skjulte arkene, eller vis arket i Excel og lagre
import-only-hidden = Arket er skjult i arbeidsboka og er ikke lest, og ingen av de synlige arkene ligner en eksport. Les de skjulte arkene, eller vis arket i Excel og lagre
import-hidden-rows =
    { $count ->
        [one] En rad er skjult i arket og er lest
       *[other] { $count } rader er skjult i arket og er lest
    }
import-without-formats = I en .{ $extension } ser ikke programmet skjulte rader, formler uten lagret verdi eller tallformater (prosent, tusen). Lagre fila som .xlsx og importer den i stedet for å være sikker
import-merged-number = Tallet i kolonne { $column } er slått sammen over radene { $first }–{ $last } og er regnet med én gang
import-formulas-without-result =
    { $count ->
        [one] Kolonne { $column } («{ $heading }») har en formel uten lagret verdi, og cella er lest som tom. Åpne fila i Excel og lagre den, og importer den igjen
       *[other] Kolonne { $column } («{ $heading }») har { $count } formler uten lagret verdi, og cellene er lest som tomme. Åpne fila i Excel og lagre den, og importer den igjen
    }
import-formula-without-result = Cella har en formel uten lagret verdi. Åpne fila i Excel og lagre den
import-cell-percent = Cella viser prosent der det skal stå et antall
import-sheet-without-name = Ark { $number }

# Filer som ikke kan leses
import-xlsb-short-cells = Fila er en xlsb med celler i kortform, som ikke kan leses riktig. Åpne den i Excel og lagre den som xlsx

# Kontrollen
check-goal-left-out =
    { $count ->
        [one] «{ $measure }»: en dag eller måned mangler et av tallene og er ikke med i resultatet. Fyll inn tallet om det er kjent
       *[other] «{ $measure }»: { $count } dager eller måneder mangler et av tallene og er ikke med i resultatet. Fyll inn tallene om de er kjent
    }

# Små lister med tall som hører sammen
import-half-known-days = Bare «{ $there }» er med i lista. Uten «{ $missing }» er det samlede sykefraværet ikke kjent
import-half-known-rows =
    { $count ->
        [one] En rad har bare det ene av to tall som hører sammen, og regnes ikke med i målene
       *[other] { $count } rader har bare det ene av to tall som hører sammen, og regnes ikke med i målene
    }
cli-sheet-left-out = Arket er ikke lest: { $why }

# Vinduet
refused-read-hidden = Les skjulte ark
