# Lists of cases: numbers, priorities, persons, statuses.

import-field-inner = Systemets interne nummer
import-field-status = Status

import-skip-left-out = Saken har en status som er utelatt
import-skip-added-to-day = Lagt til antallet i rad { $row }, som er samme dag

import-numbers-shortened =
    { $count ->
        [one] Saksnummeret i én rad er
       *[other] Saksnumrene i { $count } rader er
    } forkortet av Excel (for eksempel 2,02103E+15 eller mer enn 15 siffer) og brukes ikke. Alle sakene telles. Ta ut eksporten på nytt uten å åpne den i Excel, om numrene skal med
import-numbers-repeat = Samme saksnummer står på ulike saker, med annen registrert tid, annen kunde eller kategori. Kolonnen er derfor ikke brukt som saksnummer, og alle { $count } rader telles som egne saker. Velg en annen kolonne som saksnummer om det finnes en
import-numbers-single =
    { $count ->
        [one] Én rad har
       *[other] { $count } rader har
    } { $numbers } som saksnummer, med ulikt innhold. De telles som egne saker uten nummer
import-parents-left = Hovedsakene er ikke lest, for de er skrevet med saksnumre som ikke kan brukes

import-ask-priority =
    { $count ->
        [one] Hva betyr prioriteten «{ $word }», som står på én sak
       *[other] Hva betyr prioriteten «{ $word }», som står på { $count } saker
    }? Er den A (kritisk), B (høy) eller ingen av dem
import-ask-priority-of-several =
    { $count ->
        [one] Hva betyr prioriteten «{ $word }», som står på én sak
       *[other] Hva betyr prioriteten «{ $word }», som står på { $count } saker
    }? Er den A (kritisk), B (høy) eller ingen av dem? { $more ->
        [one] Ett ord til er ukjent
       *[other] { $more } ord til er ukjente
    }: { $others }
import-ask-priorities-many = Kolonnen for prioritet har { $count } ulike ord som ikke er kjent, blant dem { $examples }. Den ser ikke ut til å være prioriteten. Velg en annen kolonne, eller les listen uten prioritet
import-priority-not-read = Les ikke prioriteten

import-column-persons = Kolonnen «{ $column }» gjelder personer og leses ikke. Velg en annen, eller si at den ikke har navn på personer
import-column-text = Kolonnen «{ $column }» er fritekst, som kan gjelde personer, og leses aldri. Velg en annen

import-ask-persons =
    { $count ->
        [one] Kolonnen for kunde ser ut til å ha navn på en person
       *[other] Kolonnen for kunde ser ut til å ha navn på { $count } personer
    }. Navn på personer skal ikke i prosjektet. Velg kolonnen som har kommunen eller virksomheten, eller les listen uten kunde
import-persons-not-read = Les listen uten kunde
import-persons-other = Les kunden fra «{ $column }»
import-persons-allow = Dette er kunder, ikke personer. Les kolonnen

import-status-counted =
    { $count ->
        [one] Én sak har
       *[other] { $count } saker har
    } status «{ $status }» og er talt med. Er dette ikke egne saker, kan statusen utelates
import-status-left-out =
    { $count ->
        [one] Én sak med status «{ $status }» er utelatt
       *[other] { $count } saker med status «{ $status }» er utelatt
    }
import-status-unmet = Ingen sak i listen har status «{ $status }», som skulle utelates

import-over-week = uke
import-over-month = måned
import-counts-not-of-days = Kolonnen «{ $heading }» deler antallet på måneder, uker eller andre perioder («{ $example }»), og ikke på dager. Saksmengden føres per dag. Ta ut en liste med én rad per dag, eller sakene selv
import-span-is-no-day = Dette er en måned eller en annen periode, og ikke en dag. Saksmengden føres per dag
import-ask-counts-over = Lista ser ut til å ha én rad for hver { $over } ({ $examples }, …). Saksmengden føres per dag, og da havner hele tallet på én dag. Ta ut en liste med én rad per dag, eller sakene selv. Gjelder hvert tall likevel bare den ene dagen, si fra om det
import-counts-are-of-days = Hvert tall gjelder bare den ene dagen
import-note-counts-over = Lista har én rad for hver { $over } ({ $examples }, …). Tallene er ført på de dagene, som valgt. Er de tall for hele perioder, ta ut en liste med én rad per dag
import-days-added =
    { $days ->
        [one] Samme dag står i flere rader. Tallene er lagt sammen til { $cases } saker
       *[other] Samme dag står i flere rader. Tallene er lagt sammen, til { $cases } saker på { $days } dager
    }
import-days-added-over =
    { $days ->
        [one] Samme dag står i flere rader. Tallene er lagt sammen til { $cases } saker
       *[other] Samme dag står i flere rader. Tallene er lagt sammen, til { $cases } saker på { $days } dager
    }. Fordelingen på { $columns } er ikke tatt med

import-ask-cases = Listen har ingen saksnumre, men tall i { $columns }. Er hver rad én sak, eller teller raden flere
import-ask-cases-amounts = Listen har ingen saksnumre, men beløp. Den ser ikke ut til å være en liste over saker. Importer den bare om hver rad er én sak
import-ask-cases-amounts-in = Listen har ingen saksnumre, men beløp i { $columns }. Den ser ikke ut til å være en liste over saker. Importer den bare om hver rad er én sak
import-rows-are-cases = Hver rad er én sak
import-rows-are-counts = Raden teller saker

import-ask-year = Ingen kolonne sier hvilket år radene i «{ $kind }» gjelder. Hvilket år er det

# Et tall som finnes, men som ingen kjenner ennå
number-unknown = –
incidents-unknown = ukjent

check-priority-unknown =
    { $cases ->
        [one] Én sak
       *[other] { $cases } saker
    } fra { $file } har en prioritet som ingen har forklart: { $words }. A- og B-hendelsene er ukjente til noen gjør det. Velg hva ordene betyr i Innstillinger, eller skriv import med prosjektfila og --priority ord=A, ord=B eller ord=other. Fila trengs ikke
check-closed-before =
    { $count ->
        [one] Én sak i { $file } er lukket før den ble registrert, i rad { $row }
       *[other] { $count } saker i { $file } er lukket før de ble registrert, første gang i rad { $row }
    }. Sjekk om kolonnene for registrert og lukket er byttet, eller om dag og måned er det
note-leave-out = Utelat dem
cli-note-option = { $why } ({ $option })
