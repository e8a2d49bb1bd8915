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
import-ask-sheet = Arkene { $sheets } har { $count } rader med samme nøkkel, og { $differing } av dem har ulike verdier, som om de gjaldt hvert sitt firma. Velg arket som gjelder

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
