# Parts of a delivery, and sources that are taken out again.

import-place-of-row = { $file }, rad { $row }
import-place-of-row-in-sheet = { $file }, ark «{ $sheet }», rad { $row }
import-shared-alike = { $count ->
    [one] «{ $key }» står i to deler av leveransen ({ $first } og { $second }) med samme innhold, og telles én gang
   *[other] { $count } rader står i to deler av leveransen med samme innhold, og telles én gang. Den første er «{ $key }»: { $first } og { $second }
}
import-shared-differing = { $count ->
    [one] «{ $key }» står i to deler av leveransen med ulikt innhold: { $first } og { $second }. Den siste gjelder
   *[other] { $count } rader står i to deler av leveransen, og { $differing } av dem har ulikt innhold. Den første er «{ $key }»: { $first } og { $second }. Den siste gjelder
}
import-rows-stay-other-part = { $count ->
    [one] 1 rad fra et tidligere uttrekk blir stående: fila har ingen av radene som er kjent fra før, og er lest som en annen del av det samme
   *[other] { $count } rader fra tidligere uttrekk blir stående: fila har ingen av radene som er kjent fra før, og er lest som en annen del av det samme
}
import-rows-stay = { $count ->
    [one] 1 rad fra et tidligere uttrekk av samme slag er ikke i fila. Den blir stående, siden fila ikke sier hvilken periode den gjelder. Oppgi perioden hvis raden skal bort
   *[other] { $count } rader fra tidligere uttrekk av samme slag er ikke i fila. De blir stående, siden fila ikke sier hvilken periode den gjelder. Oppgi perioden hvis de skal bort
}
import-postings-repeated = { $count ->
    [one] Posteringen i rad { $row } står også i en annen del av leveransen, og telles én gang
   *[other] { $count } posteringer står også i en annen del av leveransen, og telles én gang. Den første er i rad { $row }
}

edit-no-such-source = Det finnes ingen kilde { $id }. Kommandoen sources viser alle
edit-removed-source = { $count ->
    [one] Tok ut kilden { $file } ({ $kind }) med 1 rad
   *[other] Tok ut kilden { $file } ({ $kind }) med { $count } rader
}
cli-source = { $id }: { $place }, { $kind }, { $period }, { $rows } rader i prosjektet, importert { $when }
cli-source-without-period = ingen periode
help-sources = Viser hva som er importert, eller tar én kilde ut igjen
help-sources-file = Prosjektfila
help-sources-remove = Kilden som tas ut, med nummeret i lista
help-sources-dry_run = Viser hva som ville blitt endret, og endrer ingenting
help-sources-json = For maskiner

sources-remove = Ta ut kilden { $file }
remove-source-title = Ta ut { $file }?
remove-source-lead = { $count ->
    [0] Ingen rader i prosjektet kommer nå fra denne kilden ({ $kind }).
    [one] 1 rad ({ $kind }) tas ut av prosjektet. Rader som kilden tok over fra en eldre kilde, kommer ikke tilbake. Du kan angre.
   *[other] { $count } rader ({ $kind }) tas ut av prosjektet. Rader som kilden tok over fra en eldre kilde, kommer ikke tilbake. Du kan angre.
}
remove-source-reckons = Regner ut hva som endres …
remove-source-do = Ta ut kilden

bar-set-aside = Ta de andre filene først
bar-set-aside-after = { $count ->
    [one] Fila det er spørsmål om, leses etterpå.
   *[other] De { $count } filene det er spørsmål om, leses etterpå.
}

import-no-selection = uten utvalg
import-selection = utvalg «{ $selection }»
import-selections-overlap = { $count ->
    [one] 1 rad står også i { $place } ({ $selection }), og telles én gang
   *[other] { $count } rader står også i { $place } ({ $selection }), og telles én gang
}
import-days-of-both = { $count ->
    [one] 1 dag har også tall i { $place } ({ $selection }). Tallene legges sammen. Er det de samme sakene, ta ut en av kildene
   *[other] { $count } dager har også tall i { $place } ({ $selection }). Tallene legges sammen. Er det de samme sakene, ta ut en av kildene
}
import-numbered-apart = { $count ->
    [one] Saksnummeret står også i { $place }, men er en annen sak der. 1 sak er tatt inn uten nummer
   *[other] Saksnumrene begynner på nytt: i { $place } er de samme numrene andre saker. { $count } saker er tatt inn uten nummer
}
question-may-wait = { $asks }. Svaret kan vente; til da er tallet på A- og B-hendelser ukjent

# Rows with the same key, within one sheet and in several parts.

repeated-add = Legg dem sammen
repeated-first = Den første gjelder
repeated-last = Den siste gjelder
import-repeated-add = Radene er deler, og legges sammen
import-repeated-first = Den første gjelder: { $value } ({ $cell })
import-repeated-last = Den siste gjelder: { $value } ({ $cell })
import-repeated-by = Kolonnen «{ $column }» skiller radene, men det er ikke kjent om de er deler som skal legges sammen
import-repeated-by-nothing = Ingenting i radene sier om de er deler som skal legges sammen
import-repeated-no-sum-by = Kolonnen «{ $column }» skiller radene, men slike verdier kan ikke legges sammen. Hvis ingen av radene gjelder alene, ta ut lista med én rad
import-repeated-no-sum = Slike verdier kan ikke legges sammen. Hvis ingen av radene gjelder alene, ta ut lista med én rad
import-ask-repeated = { $count ->
    [one] Flere rader gjelder «{ $key }»: «{ $column }» er { $first } i { $first_cell } og { $last } i { $last_cell }. { $why }. Velg hva som gjelder
   *[other] { $count } ganger gjelder flere rader det samme. Det første er «{ $key }»: «{ $column }» er { $first } i { $first_cell } og { $last } i { $last_cell }. { $why }. Velg hva som gjelder
}
import-total-differs = { $cell } sier { $says } i alt, men delene er { $sum } til sammen. Tallet i { $cell } er brukt
import-alike-everywhere = «{ $name }» i kolonnen «{ $column }» er nøyaktig summen av de andre alle de { $count } gangene det står der, første gang i { $cell }. Radene er summer og er ikke regnet med
import-alike-once = { $cell } («{ $name }») er nøyaktig summen av de andre radene samme dag. Raden er regnet med. Er den en sum, må du ta den ut av fila og importere på nytt
import-rows-added-over = Rader som skilles av { $columns } er deler av det samme, og er lagt sammen
import-skip-part-added = Er en del, og er lagt til rad { $row }
import-skip-among = Er talt med i de andre radene
import-skipped-among = { $count ->
    [one] 1 rad som er talt med i de andre
   *[other] { $count } rader som er talt med i de andre
}
import-skip-part-of = Er en del av det rad { $row } sier i alt
import-skipped-part-added = { $count ->
    [one] 1 rad lagt til en annen som den er en del av
   *[other] { $count } rader lagt til andre som de er deler av
}
import-skipped-part-of = { $count ->
    [one] 1 rad som er en del av en sumrad
   *[other] { $count } rader som er deler av en sumrad
}
import-only-sheet = Bare arket «{ $sheet }» gjelder
import-parts-add = De er deler, og legges sammen
import-parts-are-orders = De er ulike bestillinger, og får navnet på delen foran nummeret
import-part-counts = Tallene i { $place } gjelder
import-ask-parts = { $count ->
    [one] «{ $key }» ({ $kind }) står i to deler av leveransen med ulike verdier: { $first_value } i { $first }, og { $second_value } i { $second }. Er de deler som skal legges sammen, eller gjelder bare den ene
   *[other] { $count } rader ({ $kind }) står i flere deler av leveransen, og { $differing } av dem har ulike verdier. Den første er «{ $key }»: { $first_value } i { $first }, og { $second_value } i { $second }. Er de deler som skal legges sammen, eller gjelder bare den ene
}
import-parts-added = { $count ->
    [one] «{ $key }» står i { $first } og { $second }, og er lagt sammen
   *[other] { $count } rader står i flere deler av leveransen, og er lagt sammen. Den første er «{ $key }»: { $first } og { $second }
}

# Balances with a row for each period.

import-year-unknown = Her skal det stå et årstall
import-time-unknown = Her skal det stå en periode, en måned eller en dato
import-periods-of-other-year = Kolonne { $column } sier { $other }, men lista gjelder { $year }. Beløpene er tatt inn for { $year }
import-several-years = Radene gjelder flere år ({ $years }), og hver rad er tatt inn for sitt år
import-one-period = Alle radene gjelder periode { $period } i { $year }, og beløpene er tatt inn som regnskapet så langt i året. Skal hele året med, ta ut lista for alle periodene i én fil
import-last-period = Alle radene gjelder periode { $period } i { $year }, og beløpene er tatt inn som regnskapet for hele året. Er de bare for den perioden, ta ut lista for alle periodene i én fil
import-periods-added = Hver konto har flere perioder. Beløpene i { $columns } er lagt sammen
import-periods-last = Hver konto har flere perioder. For { $columns } gjelder den siste
import-ask-periods = Hver konto har flere perioder, og «{ $column }» er det samme beløpet i hver av dem. Er det budsjettet for hele året, som står i hver rad, eller for hver periode
import-periods-are-years = For hele året; det siste gjelder
import-periods-are-periods = For hver periode; beløpene legges sammen
import-ask-unread-accounts = Bare budsjett leses fra lista, men { $candidates } kan være regnskapet. Velg kolonnen som er regnskapet
import-only-budget = Ingen av dem; lista har bare budsjett

# Case numbers that come again at other times.

import-ask-numbers = { $count ->
    [one] Saksnummeret «{ $number }» står i { $rows } rader med ulike tidspunkt: { $first_time } i rad { $first } og { $second_time } i rad { $second }. Er radene ulike saker, linjer i samme sak, eller samme sak på nytt
   *[other] { $count } saksnumre står i flere rader med ulike tidspunkt. Det første er «{ $number }»: { $first_time } i rad { $first } og { $second_time } i rad { $second }. Er radene ulike saker, linjer i samme sak, eller samme sak på nytt
}
import-numbers-are-cases = Hver rad er en sak
import-numbers-are-lines = Radene er linjer i samme sak, og det tidligste tidspunktet er da den ble registrert
import-numbers-are-one = Radene er samme sak, og den siste gjelder
import-note-numbers = { $count ->
    [one] Saksnummeret «{ $number }» står i { $rows } rader med ulike tidspunkt: { $first_time } i rad { $first } og { $second_time } i rad { $second }. Den siste raden gjelder. Er de linjer i samme sak, er det den tidligste som gjelder
   *[other] { $count } saksnumre står i flere rader med ulike tidspunkt. Det første er «{ $number }»: { $first_time } i rad { $first } og { $second_time } i rad { $second }. Den siste raden av hver gjelder. Er de linjer i samme sak, er det den tidligste som gjelder
}
import-numbers-apart = { $count ->
    [one] 1 rad har et saksnummer som går igjen. Den er tatt inn som egen sak, uten nummer
   *[other] { $count } rader har saksnumre som går igjen. De er tatt inn som hver sin sak, uten nummer
}

import-whole-counts = { $count ->
    [one] Tallene i { $place } gjelder for alle delene. 1 rad i de andre delene er ikke lagt til
   *[other] Tallene i { $place } gjelder for alle delene. { $count } rader i de andre delene er ikke lagt til
}
import-ask-unread-days = «{ $known }» er kjent, men ingen kolonne er kjent som «{ $field }». Velg kolonnen som er det, ellers mangler de i sykefraværet: { $candidates }
import-no-days = Ingen av dem
import-ask-unread-result = Ingen kolonne leses som resultat, men { $candidates } kan være det. Velg kolonnen som er resultatet
import-no-result = Ingen av dem
