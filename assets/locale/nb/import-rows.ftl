# Rows held against the shape of their sheet, and dates.

import-field-created_clock = Klokkeslett registrert
import-field-closed_clock = Klokkeslett lukket

import-quote-swallows = Cella { $cell }, på linje { $line } i fila, har et anførselstegn som ikke lukkes der det skal; linjene { $line }–{ $last } blir lest som én celle. Fjern anførselstegnet i fila, eller ta ut eksporten på nytt
import-note-stray-quote =
    { $count ->
        [one] Rad { $row } har et anførselstegn som ikke lukkes. Hver linje er lest for seg; se at teksten er riktig
       *[other] { $count } rader, først rad { $row }, har et anførselstegn som ikke lukkes. Hver linje er lest for seg; se at tekstene er riktige
    }
import-note-line-break =
    { $count ->
        [one] Rad { $row } er delt over flere linjer og er satt sammen igjen
       *[other] { $count } rader, først rad { $row }, er delt over flere linjer og er satt sammen igjen
    }
import-note-strange-byte =
    { $count ->
        [one] Et tegn i { $cell } er skrevet i en annen tegnkoding enn resten av fila. Det er lest som «{ $read }»
       *[other] { $count } tegn, det første i { $cell }, er skrevet i en annen tegnkoding enn resten av fila. Det første er lest som «{ $read }»
    }
import-row-too-wide = Raden har flere celler enn lista har kolonner, så cellene er forskjøvet. Et skilletegn står trolig i en tekst uten anførselstegn. Rett raden i fila

import-note-no-dates = Kolonnen «{ $column }» har «{ $example }» og ingen datoer, og leses ikke
import-column-without-dates = Kolonnen «{ $column }» skulle hatt datoer, men har «{ $example }». Ta ut eksporten med dato og klokkeslett, eller velg en annen kolonne
import-note-no-clock = Kolonnen «{ $column }» har datoer uten klokkeslett. Sakene teller på riktig dag, men tid på døgnet er ikke kjent
import-note-repeated-heading =
    { $both ->
        [0] Overskriften «{ $heading }» står i flere kolonner ({ $columns }). For hver rad gjelder den første som er fylt ut
        [one] Overskriften «{ $heading }» står i flere kolonner ({ $columns }). For hver rad gjelder den første som er fylt ut; i en rad står det noe annet i en av de andre
       *[other] Overskriften «{ $heading }» står i flere kolonner ({ $columns }). For hver rad gjelder den første som er fylt ut; i { $both } rader står det noe annet i en av de andre
    }
import-note-odd-closed =
    { $count ->
        [one] En sak har ikke en dato der den ble lukket, men «{ $example }». Saken er med, uten tid lukket
       *[other] { $count } saker har ikke en dato der de ble lukket, men for eksempel «{ $example }». Sakene er med, uten tid lukket
    }
import-note-several-customers =
    { $count ->
        [one] En celle har flere kunder, «{ $example }». Saken telles under det samlede navnet
       *[other] { $count } celler har flere kunder, for eksempel «{ $example }». Sakene telles under det samlede navnet
    }

import-ask-turned = Arket har både tekst med datoer som ikke kan snus («{ $example }»), og ekte datoer der dagen aldri er over 12. Et regneark har trolig byttet dag og måned i de ekte datoene. Velg hva som sto først i den opprinnelige lista, så blir datoene rettet, eller ta ut eksporten på nytt og importer den uten å åpne den i Excel
import-ask-date-order-few = «{ $example }» i { $cell } kan bare leses med måned først eller bare med dag først, mens nesten alle andre datoer i lista kan leses begge veier. Da er den trolig skrevet feil. Velg hva som står først i lista. Datoer som ikke finnes med det valget, blir avvist
import-note-year-first = Datoer som «{ $example }» i { $cell } er lest med året først. Med dagen først ville de vært spredt over mange år eller ligget fram i tid. Står dagen eller måneden først likevel, velg det
import-note-turned = Dag og måned er byttet tilbake i de ekte datoene, siden teksten («{ $example }») viser at et regneark har snudd dem
import-note-order-remembered = Datoer som «{ $example }» kan leses begge veier. De er lest som i den forrige lista med disse overskriftene: { $order }. Stemmer det ikke for denne fila, velg rekkefølgen
import-note-order-proved = Datoene i lista viser selv hva som står først («{ $example }»), og er lest slik, ikke som valgt
import-ask-zone = Lista oppgir tidssonen «{ $zone }», som programmet ikke regner om fra. Velg hva tidene betyr, eller ta ut eksporten med norsk tid
import-note-zone = Lista oppgir tidssonen «{ $zone }», som programmet ikke regner om fra. Tidene er lest som før: { $means }
import-note-cut = Lista er avkortet: den viser { $shown } av { $all } rader. Ta ut eksporten på nytt med alle rader

import-no-such-row = Rad { $row } er tom eller ligger for langt nede til å ha overskriftene. Velg raden med overskrifter
import-no-headings-no-kind = En liste uten overskrifter sier ikke selv hva den inneholder. Den første raden er { $columns }. Velg hva lista inneholder, og hvilken kolonne som er hva
import-ask-no-headings = Rad { $row } ser ut som data, og ingen rad har overskrifter. Si fra om lista er uten overskrifter, så blir alle radene lest
import-answer-no-headings = Lista har ingen overskrifter
import-first-row-is-data = Rad { $row } ser ut som data, og ingen rad har kjente overskrifter. Ta ut eksporten med overskrifter, eller velg hva fila inneholder, og hvilken kolonne som er hva
import-looks-like =
    { $more ->
        [0] Arket ligner «{ $kind }» (kjente overskrifter: { $known }), men ingen kolonne er kjent som «{ $missing }». Ta med kolonnen i eksporten
       *[other] Arket ligner «{ $kind }» (kjente overskrifter: { $known }), men ingen kolonne er kjent som «{ $missing }». Andre overskrifter: { $others }. Ta med kolonnen i eksporten, eller velg hvilken det er
    }
import-may-be =
    { $more ->
        [0] Arket kan være «{ $kind }» (overskrifter: { $known }), men ingen andre overskrifter viser det. Velg «{ $kind }» hvis det er det
       *[other] Arket kan være «{ $kind }» (kjente overskrifter: { $known }), men de andre overskriftene ({ $others }) viser det ikke. Velg «{ $kind }» hvis det er det
    }
cli-may-be = { $why }. Svar med --kind { $kind }
import-months-across = Arket har en kolonne for hver måned ({ $known }). Programmet leser én rad for hver sak, dag, konto eller hva det nå er tall for. Ta ut lista slik, uten måneder bortover
import-turnover-across = Arket har en kolonne for hver retning ({ $known }). Lag en rad for hver retning og årsak, med overskriftene År, Retning, Årsak og Antall
import-staff-by-person = Arket er en liste over ansatte med én rad per person ({ $known }). Navn på personer skal ikke i prosjektet, og bemanningen føres i antall. Lag en liste med dato og antall: ansatte i alt, faste, midlertidige, lærlinger og årsverk
cli-looks-like = { $why }. Svar med --kind { $kind } --map { $field }=KOLONNE
cli-no-headings-no-kind = { $why }. Svar med --kind og --map for hver kolonne, for eksempel --kind cases --map created=B --map number=A
cli-first-row-is-data = { $why }. Svar med --kind, --header-row none og --map

import-skipped-blank =
    { $count ->
        [one] 1 tom rad
       *[other] { $count } tomme rader
    }
import-skipped-sum =
    { $count ->
        [one] 1 sumrad
       *[other] { $count } sumrader
    }
import-skipped-header =
    { $count ->
        [one] 1 gjentatt overskrift
       *[other] { $count } gjentatte overskrifter
    }
import-skipped-footer =
    { $count ->
        [one] 1 rad med tekst om lista
       *[other] { $count } rader med tekst om lista
    }
import-skipped-group =
    { $count ->
        [one] 1 gruppeoverskrift
       *[other] { $count } gruppeoverskrifter
    }
import-skipped-other-books =
    { $count ->
        [one] 1 rad fra andre regnskap
       *[other] { $count } rader fra andre regnskap
    }
import-skipped-added =
    { $count ->
        [one] 1 rad lagt til en annen med samme konto
       *[other] { $count } rader lagt til andre med samme konto
    }
import-skipped-line-of =
    { $count ->
        [one] 1 rad som er en linje i en sak som er registrert i en annen rad
       *[other] { $count } rader som er linjer i saker som er registrert i andre rader
    }
import-skipped-replaced =
    { $count ->
        [one] 1 rad som en senere rad med samme nummer og annet innhold gjelder for
       *[other] { $count } rader som senere rader med samme nummer og annet innhold gjelder for
    }
import-skipped-repeated =
    { $count ->
        [one] 1 gjentatt rad
       *[other] { $count } gjentatte rader
    }
cli-import-skipped = { "  " }hoppet over: { $reasons }
import-html-list = Tabell { $number }
import-note-last-line = Den siste linja i fila, rad { $row }, er kortere enn de andre og slutter uten linjeskift. Fila kan være avkortet; ta ut eksporten på nytt
import-skipped-left-out =
    { $count ->
        [one] 1 sak med en status som er utelatt
       *[other] { $count } saker med en status som er utelatt
    }
import-skipped-added-to-day =
    { $count ->
        [one] 1 rad lagt til en annen rad for samme dag
       *[other] { $count } rader lagt til andre rader for samme dag
    }
import-skipped-other-company =
    { $count ->
        [one] 1 rad for et annet firma
       *[other] { $count } rader for andre firma
    }
import-skipped-other-fund =
    { $count ->
        [one] 1 rad for et annet fond
       *[other] { $count } rader for andre fond
    }
import-rows-unheaded = Radene har { $cells } celler, men lista har bare { $headings } overskrifter, så det er ikke mulig å vite hvilken celle som hører til hvilken overskrift. Ta ut eksporten med en overskrift for hver kolonne

# Tegnkoding
import-note-encoding-dos = Fila er skrevet i den gamle tegnkodingen fra DOS. Bokstavene er lest etter den; se at navnene er riktige
import-note-encoding-mac = Fila er skrevet i den gamle tegnkodingen fra Mac. Bokstavene er lest etter den; se at navnene er riktige
import-note-encoding-twice = Fila er lagret med feil tegnkoding, så ø, æ og å står som to tegn. De er lest som bokstavene de er; se at navnene er riktige

# Forskjøvne celler
import-row-moved = Cellene i raden er forskjøvet: det som står her, passer ikke i kolonnen «{ $column }», men i nabokolonnen. Et skilletegn står trolig i en tekst uten anførselstegn, eller det mangler et. Rett raden i fila
import-cell-with-unit = Kolonnen føres i prosent, og «{ $text }» er noe annet. Skriv prosenten alene, eller la cella stå tom og skriv resultatet i merknaden
import-note-other-unit =
    { $count ->
        [one] Tallene for mål føres i prosent, men «{ $target }» er noe annet. Tallet i { $cells } er ikke tatt med. Er det prosent likevel, skriv det med prosenttegn; ellers skriv det i målet i ord eller i merknaden
       *[other] Tallene for mål føres i prosent, men «{ $target }» er noe annet. { $count } slike tall er ikke tatt med: { $cells }. Er de prosent likevel, skriv dem med prosenttegn; ellers skriv dem i målet i ord eller i merknaden
    }
import-note-share-among =
    { $count ->
        [one] Resultatet i { $cell } er lest som { $example } prosent, men målet er mye høyere. Er det en andel, rett det til prosent
       *[other] { $count } resultater er lest som prosent, men er mye lavere enn målet. Det første er { $cell }, som er { $example }. Er de andeler, rett dem til prosent
    }
import-ask-sick-days = Sykefraværet i kolonnen «{ $heading }» føres i prosent, men tallene ser ut som dager, for eksempel { $example } i { $cell }. Er de prosent likevel, si fra om det. Er de dager, lag en liste for kvinner og menn med kolonnene Kjønn, Mulige dagsverk, Egenmeldte dagsverk og Legemeldte dagsverk, eller en liste med sykefraværet i prosent
import-sick-percent = Tallene er prosent
import-percent-over = Over 100 prosent. Er tallet dagsverk eller noe annet enn prosent, velg en annen kolonne
import-note-numbers-by-place = Samme nummer står på flere bestillinger. De er skilt med «{ $column }» foran nummeret, for eksempel «{ $example }»
import-ask-numbers-customers =
    { $count ->
        [one] Saksnummeret «{ $number }» står i { $rows } rader med ulike kunder, blant annet i rad { $first } og rad { $second }. Er radene ulike saker, linjer i samme sak, eller samme sak på nytt
       *[other] { $count } saksnumre står i flere rader med ulike kunder. Det første er «{ $number }», i rad { $first } og rad { $second }. Er radene ulike saker, linjer i samme sak, eller samme sak på nytt
    }
import-note-numbers-customers =
    { $count ->
        [one] Saksnummeret «{ $number }» står i { $rows } rader med ulike kunder, blant annet i rad { $first } og rad { $second }. Den siste raden gjelder
       *[other] { $count } saksnumre står i flere rader med ulike kunder. Det første er «{ $number }», i rad { $first } og rad { $second }. Den siste raden av hver gjelder
    }
import-note-fund-turned = Fondet står med regnskapets fortegn, under null. Tallene er snudd, så fondet står over null
import-note-fund-uses-mostly = Saldoene i minst ett år viser at bruk av fondet er ført uten minus. Fortegnet er snudd, men i andre år stemmer saldoene ikke med linjene. Se over dem
import-note-fund-uses = Saldoene viser at bruk av fondet er ført uten minus. Fortegnet er snudd, så saldoene stemmer
import-ask-orders-apart =
    { $count ->
        [one] Nummeret «{ $number }» står på flere bestillinger med ulik «{ $column }», blant annet i { $first_cell } og { $last_cell }. Er de ulike bestillinger, eller linjer i samme bestilling
       *[other] { $count } numre står på flere bestillinger med ulik «{ $column }». Det første er «{ $number }», blant annet i { $first_cell } og { $last_cell }. Er de ulike bestillinger, eller linjer i samme bestilling
    }
import-orders-are-apart = Hver rad er en bestilling; numrene er bare unike for hvert sted
import-orders-are-lines = Radene er linjer i samme bestilling
import-more-women = Det er flere kvinner enn ansatte i alt ({ $total }). Er tallet prosent, skriv antall kvinner i stedet
import-ask-women-share = Kvinner og menn er til sammen 100 i alle radene, fra { $cell } og nedover, så tallene ser ut som prosent. Tabellen føres i antall. Er de antall likevel, si fra om det; ellers skriv antall kvinner og menn i lista
import-women-counted = Tallene er antall
import-gender-shares = Lista har kvinner og menn i prosent ({ $known }). Tabellen føres i antall. Lag en liste med kolonnene Gruppe, Dato, Kvinner og Totalt, med antall i hver
import-sick-parts = Lista har deler av sykefraværet ({ $known }), men ikke det samlede. Ta med en kolonne med samlet sykefravær i prosent, med overskriften Totalt eller Sykefravær (%)
import-uptime-shares = Lista har oppetid ({ $known }), men oppetida regnes ut av minutter. Ta ut en liste med kolonnene System, Måned, Målt tid (min) og Nedetid (min)
import-calls-unanswered = Lista har anrop ({ $known }), men ikke hvor mange som ble besvart og hvor raskt. Ta ut en liste med kolonnene Dato, Besvarte anrop og Besvart innen 1 minutt eller Besvart innen 3 minutter
import-sick-days-of-all = Lista har sykefravær i dager ({ $known }), men ikke for kvinner og menn hver for seg. Ta ut lista med en rad for kvinner og en for menn (kolonnen Kjønn), eller en liste med År og Sykefravær (%) for hele selskapet
import-calls-without-limits = Lista har besvarte anrop ({ $known }), men ikke hvor mange som ble besvart innen ett eller tre minutter. Ta med kolonnen Besvart innen 1 minutt eller Besvart innen 3 minutter
import-note-at-most =
    { $count ->
        [one] Fila sier ikke om et høyt eller lavt tall er bra. Målet { $goals } er lest slik at resultatet skal være høyst måltallet. Endre det under Mål hvis det er feil
       *[other] Fila sier ikke om et høyt eller lavt tall er bra. { $count } mål er lest slik at resultatet skal være høyst måltallet: { $goals }. Endre det under Mål hvis det er feil
    }
import-note-women-men =
    { $count ->
        [one] Totalen i { $cell } er { $total }, men kvinner og menn er { $sum } til sammen. Tallene er tatt inn som de står; se hvilket som er riktig
       *[other] { $count } rader har en annen total enn kvinner og menn til sammen. Den første er { $cell }, som er { $total }, mot { $sum }. Tallene er tatt inn som de står; se hvilke som er riktige
    }
import-note-moved =
    { $count ->
        [one] Rad { $row } har et skilletegn i en tekst uten anførselstegn. Cellene bak er satt på plass igjen
       *[other] { $count } rader, først rad { $row }, har et skilletegn i en tekst uten anførselstegn. Cellene bak er satt på plass igjen
    }

# Tomme celler
import-note-no-amounts =
    { $count ->
        [one] En celle har «{ $example }» i stedet for et beløp og er lest som tom
       *[other] { $count } celler har «{ $example }» eller lignende i stedet for et beløp og er lest som tomme
    }
import-cases-without-number =
    { $count ->
        [one] En sak mangler saksnummer ({ $cell }) og telles som egen sak uten nummer
       *[other] { $count } saker mangler saksnummer (den første er { $cell }) og telles som egne saker uten nummer
    }
