# A text beside the figures, in the place Kontroll.

control-text-choose = Kontroller en tekst…
control-text-check = Kontroller
control-text-other = Velg en annen tekst…
control-text-leave = Tilbake til funnene
control-text-running = Kontrollerer { $file } …
control-text-nothing = Teksten har ingen tall å kontrollere.
control-text-wrong = { $count ->
    [one] 1 tall strider mot tallene i prosjektet
   *[other] { $count } tall strider mot tallene i prosjektet
}
control-text-none-wrong = Ingen tall strider mot tallene i prosjektet.
control-text-unknown = { $count ->
        [one] 1 ukjent
       *[other] { $count } ukjente
    }
control-text-unknown-lead = Prosjektet har ikke noe tall å holde disse mot. Kontroller dem selv.
control-text-in-tables = { $count ->
        [one] 1 ukjent i tabeller
       *[other] { $count } ukjente i tabeller
    }
control-text-right = { $count } stemmer
control-text-line = Linje { $line }
control-text-is = { $label } er { $value }.
control-text-write = Skriv { $wording }.
control-text-row-wrong = Linje { $line }: { $text } strider mot tallene. { $label } er { $value }. Skriv { $wording }.
control-text-row-right = Linje { $line }: { $text } stemmer med { $label }.
control-text-row-unknown = Linje { $line }: { $text } er ukjent.
job-checking-text = Kontrollerer teksten
dialog-choose-text = Kontroller en tekst
dialog-text-files = Tekster
